import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { longDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, text, titled } from "@/lib/entry/page";
import { type Decision, decisions } from "@/lib/trainers/review/fields.data";
import { listPhrasings } from "@/lib/trainers/review/list-phrasings";
import { wholeProfile } from "@/lib/trainers/review/parts.data";
import { readRequest, type StudiedRequest } from "@/lib/trainers/review/read-request";
import { mayRequestFrom } from "@/lib/trainers/review/rules";
import { validateRequestAction } from "../../actions";
import { CorrectionForm } from "./_components/correction-form";
import { RejectionForm } from "./_components/rejection-form";

export const metadata = titled("Décider d’une demande");

const titles = {
  valider: "Valider la demande",
  completer: "Demander des compléments",
  refuser: "Ne pas retenir la demande",
} as const satisfies Record<Decision, string>;

/** What a decision does, said before it is taken: this page is the confirmation (AD-02, EI-40 to EI-42). */
export default page({ name: "manage.decision", policy: "staff", application: "gestion" }, async (ctx, { params, searchParams }) => {
  const decision = decisions.find((known) => known === text(searchParams["quoi"]));
  if (decision === undefined) throw absent();
  const study = await readRequest(ctx, params["id"] ?? "");
  if (!study.open) throw absent();
  const phrasings = (await listPhrasings(ctx, decision === "refuser" ? "rejection" : "correction")).map(({ id, title, body }) => ({
    id,
    title,
    body,
  }));
  const { request, name, draft } = study;
  const back = paths.manage.request(request.id);
  // What the page of the request showed, when one comes from there.
  const version = text(searchParams["lu"]) ?? String(request.version);
  const form = { requestId: request.id, version, phrasings, back, remarks: draft?.remarks ?? {} };
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Demandes d’inscription", href: paths.manage.requests() },
          { label: name, href: back },
        ]}
        current={titles[decision]}
      />
      <PageHeader title={titles[decision]} lead={`${name}, ${study.structure}`} />
      {decision === "valider" && <Validation study={study} version={version} back={back} />}
      {decision === "completer" && <CorrectionForm {...form} />}
      {decision === "refuser" && (
        <RejectionForm
          {...form}
          written={draft?.remarks[wholeProfile] ?? ""}
          mayRequestFrom={longDate(mayRequestFrom(request.firstAnalysedAt ?? ctx.now))}
        />
      )}
    </>
  );
});

interface ValidationProps {
  readonly study: StudiedRequest;
  readonly version: string;
  readonly back: string;
}

function Validation({ study: { request, name, draft }, version, back }: ValidationProps) {
  return (
    <div className="measure space-y-6">
      <p>
        Le profil de <strong>{name}</strong> rejoint la CVthèque : toutes les structures le lisent et peuvent l’inviter. Les candidatures
        qui attendaient cette validation sont envoyées, et la personne en est avertie par courriel.
      </p>
      {draft !== null && Object.keys(draft.remarks).length > 0 && (
        <Alert tone="warning" title="Vous avez écrit des remarques.">
          <p>Elles ne sont pas envoyées avec une validation. Pour les transmettre, demandez plutôt des compléments.</p>
        </Alert>
      )}
      <div className="flex flex-wrap items-start gap-3">
        <ActionButton action={validateRequestAction} fields={{ requestId: request.id, version }} variant="primary">
          Valider la demande
        </ActionButton>
        <LinkButton href={back} variant="quiet">
          Revenir à l’étude
        </LinkButton>
      </div>
    </div>
  );
}
