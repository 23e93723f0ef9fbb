import { ConfirmFirst } from "@/components/gestion/confirm-first";
import { PersonStateBadge } from "@/components/gestion/state-badges";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { readSelection } from "@/lib/accounts/people/bulk/read-selection";
import { joinIds, splitIds } from "@/lib/accounts/people/bulk/vocabulary";
import type { PersonLine } from "@/lib/accounts/people/people-page";
import { isFreshlyProved } from "@/lib/accounts/sessions/rules";
import { plural } from "@/lib/core/format";
import { longestReturn, paths, safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { ActForm } from "./_components/act-form";

export const metadata = titled("Agir sur plusieurs personnes");

/** The people ticked in the list, and what to do to all of them (AD-10). */
export default page({ name: "manage.selection", policy: "administrator", application: "gestion" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const people = await readSelection(ctx, splitIds(searchParams["ids"]));
  const ids = joinIds(people.map(({ id }) => id));
  const retour = safeReturn(text(searchParams["retour"]));
  const listHref = retour ?? paths.manage.people();
  const proved = isFreshlyProved(ctx.actor.provedAt, ctx.now);
  return (
    <>
      <Breadcrumb parents={[{ label: "Personnes et rôles", href: listHref }]} current="Sélection" />
      <PageHeader
        title="Agir sur plusieurs personnes"
        lead="Le même acte pour chacune : ce qui n’est pas possible pour l’une n’empêche rien pour les autres."
      />
      {people.length === 0 ? (
        <EmptyState
          title="Aucune personne n’est cochée"
          action={
            <LinkButton href={listHref} variant="secondary">
              Revenir à la liste
            </LinkButton>
          }
        >
          <p>Cochez des personnes dans la liste, puis choisissez « Agir sur la sélection ».</p>
        </EmptyState>
      ) : (
        <>
          <Section title={plural(people.length, "personne choisie", "personnes choisies")} id="choisies">
            <Chosen people={people} />
          </Section>
          <Section title="Agir" id="acte">
            {proved ? (
              <ActForm ids={ids} count={people.length} listHref={listHref} />
            ) : (
              <ConfirmFirst what="agir sur plusieurs personnes" back={comeBack(ids, retour)} />
            )}
          </Section>
        </>
      )}
    </>
  );
});

/** This page with the same people; without the way back to the list when both do not fit. */
function comeBack(ids: string, retour: string | undefined): string {
  const whole = paths.manage.selection({ ids, retour });
  return whole.length <= longestReturn ? whole : paths.manage.selection({ ids });
}

function Chosen({ people }: { readonly people: readonly PersonLine[] }) {
  return (
    <ul aria-label="Personnes choisies" className="divide-y divide-line border-y border-line">
      {people.map(({ id, firstName, lastName, address, blockedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
          <span className="min-w-0">
            <TextLink href={paths.manage.person(id)} prefetch={false}>
              {lastName} {firstName}
            </TextLink>
            <span className="block text-sm wrap-anywhere text-ink-soft">{address}</span>
          </span>
          <PersonStateBadge blockedAt={blockedAt} />
        </li>
      ))}
    </ul>
  );
}
