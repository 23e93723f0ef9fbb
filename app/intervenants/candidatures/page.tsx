import { ActionButton } from "@/components/form/action-button";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { ApplicationStateBadge } from "@/components/trainers/application-state-badge";
import { applicationsStateOf, applicationsTable } from "@/components/trainers/applications-table";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { longDate, longDay, parisDay, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { isOpen } from "@/lib/trainers/ads/rules";
import {
  listOwnApplications,
  listOwnInvitations,
  type OwnApplication,
  type OwnInvitation,
} from "@/lib/trainers/applications/own-applications";
import { withdrawAction } from "./actions";

export const metadata = titled("Mes réponses aux annonces");

/** What brought somebody here: a closed list, so that an address cannot speak for us. */
const arrivals: Readonly<Record<string, string>> = {
  envoyee: "Votre candidature est envoyée à la structure.",
  retiree: "Votre candidature est retirée. Tant que l’annonce est ouverte, vous pouvez y répondre à nouveau.",
};

const mayWithdraw = ({ state }: OwnApplication) => state === "waiting" || state === "sent";

const columns: readonly Column<OwnApplication>[] = [
  {
    id: "ad",
    header: "Annonce",
    rowHeader: true,
    className: "min-w-64",
    cell: ({ number, title, structure }) => (
      <>
        <TextLink href={paths.trainers.ad(number ?? "")} prefetch={false}>
          {title}
        </TextLink>
        <span className="block text-sm font-normal text-ink-soft">
          N° {number}, {structure}
        </span>
      </>
    ),
  },
  {
    id: "state",
    header: "État",
    cell: ({ state, reason }) => (
      <>
        <ApplicationStateBadge state={state} />
        {state === "waiting" && <span className="mt-1 block text-sm">de la validation de votre profil</span>}
        {state === "not_retained" && reason !== null && <span className="mt-1 block text-sm whitespace-pre-line">Motif : {reason}</span>}
      </>
    ),
  },
  { id: "appliedAt", header: "Répondu le", cell: ({ appliedAt }) => shortDate(appliedAt) },
  { id: "lastAction", header: "Dernière action", cell: ({ lastActionAt }) => shortDate(lastActionAt) },
  {
    id: "acts",
    header: "Actions",
    actions: true,
    cell: (row) =>
      mayWithdraw(row) && (
        <ActionButton
          action={withdrawAction}
          fields={{ applicationId: row.id }}
          variant="secondary"
          size="small"
          label={`Retirer ma candidature à l’annonce ${row.title}`}
          confirm={{
            title: "Retirer votre candidature ?",
            body: "La structure ne l’étudiera pas. Tant que l’annonce est ouverte, vous pourrez y répondre à nouveau.",
            confirmLabel: "Retirer",
          }}
        >
          Retirer
        </ActionButton>
      ),
  },
];

/** "Mes réponses aux annonces" (EI-14), and the ads that managers proposed (EI-96). */
export default page({ name: "trainers.applications", policy: "signed_in", application: "intervenants" }, async (ctx, { searchParams }) => {
  const state = applicationsStateOf(searchParams);
  const [{ applications, next }, invitations] = await Promise.all([listOwnApplications(ctx, state.after), listOwnInvitations(ctx)]);
  const arrival = arrivals[text(searchParams["message"]) ?? ""];
  return (
    <>
      <PageHeader
        title="Mes réponses aux annonces"
        lead="Vos candidatures et ce qu’elles sont devenues. Le recrutement se fait ensuite directement avec la structure, en dehors de ce site."
      />
      {arrival !== undefined && (
        <div className="mb-6">
          <Alert tone="success" title={arrival} role="status" />
        </div>
      )}
      {invitations.length > 0 && <Invitations invitations={invitations} today={parisDay(ctx.now)} />}
      <Section title="Mes candidatures" id="candidatures">
        <DataTable
          spec={applicationsTable}
          state={state}
          path={paths.trainers.applications()}
          caption="Liste de mes candidatures"
          noun={{ one: "candidature", many: "candidatures" }}
          columns={columns}
          rows={applications}
          rowKey={({ id }) => id}
          next={next}
          empty={
            <EmptyState
              title="Vous n’avez encore répondu à aucune annonce"
              action={<LinkButton href={paths.trainers.ads()}>Chercher une annonce</LinkButton>}
            >
              <p>Sur la page d’une annonce, le bouton « Candidater » envoie votre profil à la structure.</p>
            </EmptyState>
          }
        />
      </Section>
    </>
  );
});

function Invitations({ invitations, today }: { readonly invitations: readonly OwnInvitation[]; readonly today: string }) {
  return (
    <Section
      title="Annonces qui vous sont proposées"
      id="invitations"
      lead="Des gestionnaires ont pensé à vous. Répondre reste votre choix."
    >
      <ul className="grid gap-4 md:grid-cols-2">
        {invitations.map(({ id, number, title, structure, message, invitedAt, adState, deadlineOn }) => (
          <li key={id} data-outlined className="rounded-lg border border-line bg-surface-raised p-4">
            <p className="font-semibold">
              <TextLink href={paths.trainers.ad(number ?? "")} prefetch={false}>
                {title}
              </TextLink>
            </p>
            <p className="text-sm text-ink-soft">
              {structure}, le {longDate(invitedAt)}
            </p>
            {message !== "" && <p className="mt-2 whitespace-pre-line">{message}</p>}
            <p className="mt-2">
              {isOpen({ state: adState, deadlineOn }, today) ? (
                deadlineOn !== null && `À répondre avant le ${longDay(deadlineOn)} inclus.`
              ) : (
                <Badge>Clôturée</Badge>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
