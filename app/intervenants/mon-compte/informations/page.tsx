import { ActionButton } from "@/components/form/action-button";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card, Section } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listOwnChanges, type OwnChange } from "@/lib/trainers/change-requests/list-changes";
import { answerInWords, informationBlocks, type LockableBlock } from "@/lib/trainers/change-requests/rules";
import { changeStateLabels, type ChangeState } from "@/lib/trainers/change-requests/vocabulary";
import type { OwnCv } from "@/lib/trainers/profile/own-cv";
import { readLists } from "@/lib/trainers/profile/read-lists";
import { readOwnCv } from "@/lib/trainers/profile/read-own-cv";
import type { Lists } from "@/lib/trainers/profile/rules";
import { AccountCrumb } from "../_components/account-crumb";
import { cancelChangeAction } from "../actions";

export const metadata = titled("Mes informations");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  demandee: "Votre demande est transmise à votre structure. Vous recevrez un courriel quand elle aura répondu.",
  annulee: "Votre demande est annulée.",
};

/** "Mes informations", read block by block; who has worked asks for a change of what is locked (EI-50, EI-99). */
export default page(
  { name: "trainers.information_read", policy: "signed_in", application: "intervenants" },
  async (ctx, { searchParams }) => {
    const [cv, lists, changes] = await Promise.all([readOwnCv(ctx), readLists(ctx), listOwnChanges(ctx)]);
    const locked = cv.state === "validated" && cv.immatriculation !== null;
    const arrival = arrivals[text(searchParams["message"]) ?? ""];
    return (
      <>
        <AccountCrumb current="Mes informations" />
        <PageHeader
          title="Mes informations"
          lead={cv.immatriculation === null ? "Ce que lit votre structure de rattachement." : `Immatriculation : ${cv.immatriculation}`}
          actions={
            cv.state !== "submitted" &&
            cv.state !== "archived" && (
              <LinkButton href={paths.trainers.cvPage("identification")}>{locked ? "Modifier le reste" : "Modifier"}</LinkButton>
            )
          }
        />
        <div className="max-w-3xl space-y-6">
          {arrival !== undefined && <Alert tone="success" role="status" title={arrival} />}
          {locked && (
            <Alert tone="info" title="Vous êtes déjà intervenu : une partie de vos informations est verrouillée">
              <p>
                Votre identité, votre adresse, vos téléphones, votre statut et votre employeur servent à vos contrats. Pour les corriger,
                suivez «&nbsp;Demander une modification&nbsp;» en face de l’information&nbsp;: votre structure vérifie, puis enregistre.
              </p>
              <p>
                Votre adresse, vos téléphones, votre statut et votre employeur se changent aussi dans{" "}
                <TextLink href={paths.trainers.dossier()}>votre dossier administratif</TextLink>, avec «&nbsp;Transmettre&nbsp;».
              </p>
            </Alert>
          )}
          {changes.length > 0 && <Changes changes={changes} />}
          {informationBlocks(cv.answers).map((block) => (
            <Block
              key={block.id}
              block={block}
              cv={cv}
              lists={lists}
              locked={locked}
              open={changes.filter(({ state }) => state === "open")}
            />
          ))}
        </div>
      </>
    );
  },
);

interface BlockProps {
  readonly block: LockableBlock;
  readonly cv: OwnCv;
  readonly lists: Lists;
  readonly locked: boolean;
  readonly open: readonly OwnChange[];
}

function Block({ block, cv, lists, locked, open }: BlockProps) {
  return (
    <Card title={block.title}>
      <dl className="divide-y divide-line">
        {block.fields.map((spec) => {
          const words = answerInWords(spec, cv.answers[spec.name], lists);
          return (
            <div key={spec.name} className="grid gap-x-6 py-2.5 sm:grid-cols-[minmax(8rem,13rem)_minmax(0,1fr)]">
              <dt className="text-ink-soft">{spec.label}</dt>
              <dd className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                <span className="wrap-anywhere">{words === "" ? <span className="text-ink-soft">Non renseigné</span> : words}</span>
                {locked && spec.locked === true && (
                  <Locked name={spec.name} label={spec.label} waits={open.some(({ field }) => field === spec.name)} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}

function Locked({ name, label, waits }: { readonly name: string; readonly label: string; readonly waits: boolean }) {
  if (waits) return <Badge tone="warning">Modification demandée</Badge>;
  return (
    <TextLink
      href={paths.trainers.askChange(name)}
      prefetch={false}
      className="text-sm"
      aria-label={`Demander une modification : ${label}`}
    >
      Demander une modification
    </TextLink>
  );
}

const tones = { open: "warning", accepted: "success", refused: "danger", cancelled: "neutral" } as const satisfies Record<
  ChangeState,
  string
>;

function Changes({ changes }: { readonly changes: readonly OwnChange[] }) {
  return (
    <Section title="Mes demandes de modification" id="demandes">
      <ul className="divide-y divide-line border-y border-line">
        {changes.map(({ id, label, wanted, state, reason, createdAt, decidedAt }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
            <span className="min-w-0">
              <span className="font-semibold">{label}</span>&nbsp;:{" "}
              <span className="wrap-anywhere">{wanted === "" ? "(à effacer)" : wanted}</span>
              <span className="block text-sm text-ink-soft">
                Demandé le {shortDate(createdAt)}
                {decidedAt !== null && `, ${changeStateLabels[state].toLowerCase()} le ${shortDate(decidedAt)}`}
              </span>
              {reason !== null && reason !== "" && <span className="block">Motif&nbsp;: {reason}</span>}
            </span>
            <span className="flex flex-wrap items-start gap-3">
              <Badge tone={tones[state]}>{state === "open" ? "En attente" : changeStateLabels[state]}</Badge>
              {state === "open" && (
                <ActionButton
                  action={cancelChangeAction}
                  fields={{ changeId: id }}
                  variant="secondary"
                  size="small"
                  label={`Annuler la demande : ${label}`}
                >
                  Annuler
                </ActionButton>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
