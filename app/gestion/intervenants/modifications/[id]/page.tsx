import { FileText } from "lucide-react";
import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card, Section } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readChange } from "@/lib/trainers/change-requests/list-changes";
import { changeStateLabels } from "@/lib/trainers/change-requests/vocabulary";
import { listPhrasings } from "@/lib/trainers/review/list-phrasings";
import { acceptChangeAction } from "../actions";
import { RefuseForm } from "./_components/refuse-form";

export const metadata = titled("Une demande de modification");

/** What is written now beside what is asked, then the decision (EI-99). */
export default page({ name: "manage.change", policy: "staff", application: "gestion" }, async (ctx, { params }) => {
  const change = await readChange(ctx, params["id"] ?? "");
  const phrasings = await listPhrasings(ctx, "change");
  const { state, label, name } = change;
  return (
    <>
      <Breadcrumb parents={[{ label: "Demandes de modification", href: paths.manage.changes() }]} current={name} />
      <PageHeader
        title={`${name} : ${label}`}
        eyebrow={<Badge tone={state === "open" ? "warning" : "neutral"}>{changeStateLabels[state]}</Badge>}
        lead={`Demandé le ${dateTime(change.createdAt)}${change.immatriculation === null ? "" : `, immatriculation ${change.immatriculation}`}`}
      />
      <div className="grid max-w-4xl gap-5 sm:grid-cols-2">
        <Card title="Aujourd’hui">
          <p className="text-lg wrap-anywhere">{change.now === "" ? <span className="text-ink-soft">Non renseigné</span> : change.now}</p>
          {change.now !== change.before && <p className="mt-2 text-sm text-ink-soft">Au moment de la demande&nbsp;: {change.before}</p>}
        </Card>
        <Card title="Demandé">
          <p className="text-lg font-semibold wrap-anywhere">{change.wanted === "" ? "(à effacer)" : change.wanted}</p>
        </Card>
      </div>
      <div className="mt-6 max-w-4xl">
        <DefinitionList
          items={[
            { term: "Explication", value: <span className="whitespace-pre-line">{change.explanation}</span> },
            {
              term: "Justificatif",
              value:
                change.fileId === null ? (
                  ""
                ) : (
                  <a href={paths.api.file(change.fileId)} className="link inline-flex min-h-11 items-center gap-2">
                    <FileText aria-hidden size={18} />
                    Ouvrir le justificatif
                  </a>
                ),
            },
            { term: "Structure", value: change.structure },
          ]}
          empty="Aucun"
        />
      </div>
      {state === "open" ? (
        <Decision changeId={change.id} own={change.own} phrasings={phrasings} />
      ) : (
        <div className="mt-6 max-w-4xl">
          <Alert tone="info" title={`${changeStateLabels[state]} le ${dateTime(change.decidedAt ?? change.createdAt)}`}>
            {change.reason !== null && change.reason !== "" && <p>Motif&nbsp;: {change.reason}</p>}
          </Alert>
        </div>
      )}
    </>
  );
});

interface DecisionProps {
  readonly changeId: string;
  readonly own: boolean;
  readonly phrasings: readonly { readonly id: string; readonly title: string; readonly body: string }[];
}

function Decision({ changeId, own, phrasings }: DecisionProps) {
  if (own)
    return (
      <div className="mt-6">
        <Alert tone="info" title="Cette demande est la vôtre : une autre personne doit l’étudier." />
      </div>
    );
  return (
    <>
      <Section title="Accepter" lead="La valeur demandée est écrite dans le profil, et la personne reçoit un courriel.">
        <ActionButton action={acceptChangeAction} fields={{ changeId }}>
          Accepter la modification
        </ActionButton>
      </Section>
      <Section title="Refuser" lead="Le profil ne change pas. La personne lit votre motif dans le courriel qu’elle reçoit.">
        <RefuseForm changeId={changeId} phrasings={phrasings.map(({ id, title, body }) => ({ id, title, body }))} />
      </Section>
    </>
  );
}
