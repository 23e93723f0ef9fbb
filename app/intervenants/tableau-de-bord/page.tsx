import { ApplicationStateBadge } from "@/components/trainers/application-state-badge";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { longDay, plural, shortDate } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { type SuggestedAd, suggestAds } from "@/lib/trainers/account/suggest-ads";
import { listOwnApplications, type OwnApplication } from "@/lib/trainers/applications/own-applications";
import { listOwnChanges } from "@/lib/trainers/change-requests/list-changes";
import { countOwnRequests, listOwnEndingPieces } from "@/lib/trainers/dossier/read-calls";
import { percentDone, toDoOf } from "@/lib/trainers/profile/completeness";
import { readLists } from "@/lib/trainers/profile/read-lists";
import { readOwnCv } from "@/lib/trainers/profile/read-own-cv";
import { DossierCalls } from "./_components/dossier-calls";
import { RequestStanding } from "./_components/request-standing";

export const metadata = titled("Tableau de bord");

const shownApplications = 5;

/** Where everything of one's own is: the request, applications, changes asked, and ads that fit (EI-51). */
export default page({ name: "trainers.dashboard", policy: "signed_in", application: "intervenants" }, async (ctx) => {
  const [cv, lists, { applications }, changes, suggested, requests, ending] = await Promise.all([
    readOwnCv(ctx),
    readLists(ctx),
    listOwnApplications(ctx, null),
    listOwnChanges(ctx),
    suggestAds(ctx),
    countOwnRequests(ctx),
    listOwnEndingPieces(ctx),
  ]);
  const judging = { lists, now: ctx.now };
  const waiting = changes.filter(({ state }) => state === "open");
  return (
    <>
      <PageHeader title="Tableau de bord" lead="Ce qui vous attend, et où en sont vos démarches." />
      <RequestStanding cv={cv} percent={percentDone(cv, judging)} left={toDoOf(cv, judging).length} now={ctx.now} />
      <DossierCalls requests={requests} ending={ending} />
      {waiting.length > 0 && (
        <Section title="Modifications demandées" id="modifications">
          <ul className="measure divide-y divide-line border-y border-line">
            {waiting.map(({ id, label, createdAt }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
                <TextLink href={paths.trainers.myInformation()}>{label}</TextLink>
                <span className="text-sm text-ink-soft">demandée le {shortDate(createdAt)}</span>
                <Badge tone="warning">En attente</Badge>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title="Mes candidatures"
        id="candidatures"
        actions={
          applications.length > 0 && (
            <LinkButton href={paths.trainers.applications()} variant="secondary" size="small">
              {applications.length > shownApplications ? `Voir les ${applications.length}` : "Tout voir"}
            </LinkButton>
          )
        }
      >
        {applications.length === 0 ? (
          <EmptyState
            title="Vous n’avez encore répondu à aucune annonce"
            action={<LinkButton href={paths.trainers.ads()}>Chercher une annonce</LinkButton>}
          />
        ) : (
          <Applications applications={applications.slice(0, shownApplications)} />
        )}
      </Section>
      {cv.state === "validated" && <Suggestions ads={suggested} />}
    </>
  );
});

function Applications({ applications }: { readonly applications: readonly OwnApplication[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {applications.map(({ id, number, title, structure, state, lastActionAt }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
          <span className="min-w-0 flex-[1_1_16rem]">
            <TextLink href={paths.trainers.ad(number ?? "")} prefetch={false}>
              {title}
            </TextLink>
            <span className="block text-sm text-ink-soft">{structure}</span>
          </span>
          <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <ApplicationStateBadge state={state} />
            <span className="text-sm text-ink-soft">dernière action le {shortDate(lastActionAt)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Suggestions({ ads }: { readonly ads: readonly SuggestedAd[] }) {
  return (
    <Section
      title="Annonces qui vous correspondent"
      id="suggestions"
      lead={
        ads.length === 0
          ? undefined
          : `${plural(ads.length, "annonce ouverte", "annonces ouvertes")} selon vos spécialités, vos régions et vos disponibilités. Les plus récentes d’abord.`
      }
    >
      {ads.length === 0 ? (
        <EmptyState
          title="Aucune annonce ouverte ne correspond à votre profil pour l’instant"
          action={
            <LinkButton href={paths.trainers.ads()} variant="secondary">
              Voir toutes les annonces
            </LinkButton>
          }
        >
          <p>Elles sont choisies selon vos spécialités, vos régions et vos disponibilités.</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {ads.map(({ number, title, structure, deadlineOn, why }) => (
            <li key={number} data-outlined className="rounded-lg border border-line bg-surface-raised p-4">
              <p className="font-semibold">
                <TextLink href={paths.trainers.ad(number)} prefetch={false}>
                  {title}
                </TextLink>
              </p>
              <p className="text-sm text-ink-soft">{structure}</p>
              <p className="mt-2">Pourquoi&nbsp;: {why}.</p>
              {deadlineOn !== null && <p className="text-sm text-ink-soft">À répondre avant le {longDay(deadlineOn)} inclus.</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
