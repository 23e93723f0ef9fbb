import type { Metadata } from "next";
import { DataTable } from "@/components/table/data-table";
import { changeTableState, tableAddress } from "@/components/table/table-state";
import { adQueryOf, adSearchOf, adsTable, searchOf } from "@/components/trainers/ads-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { Ctx } from "@/lib/core/ctx";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { countAds, mostRanked, searchAdsWithFacets } from "@/lib/trainers/ads/search-ads";
import { readSearchChoices } from "@/lib/trainers/ads/search-choices";
import { adColumns } from "./_components/ad-columns";
import { AdFilters } from "./_components/ad-filters";
import { AdSortChoice } from "./_components/ad-sort-choice";
import { ChosenCriteria } from "./_components/chosen-criteria";
import { type Chosen, chosenOf, criterionNames } from "./_components/criteria";
import { NearestNotice } from "./_components/nearest-notice";
import { NoAd, type Widening } from "./_components/no-ad";

/** Programs that follow feeds find this search's by the page's head (EI-16). */
export async function generateMetadata({
  searchParams,
}: {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}): Promise<Metadata> {
  const { state } = adSearchOf(await searchParams);
  const feed = `${new URL(env.APP_URL).origin}${paths.trainers.adsFeed(adQueryOf(state))}`;
  return {
    ...titled("Recherche avancée d’annonces"),
    alternates: { types: { "application/atom+xml": [{ url: feed, title: "Les annonces de cette recherche" }] } },
  };
}

/** Open ads by text and criteria that add up; the address is the search (EI-10). */
export default page({ name: "trainers.ads", policy: "visitor" }, async (ctx, { searchParams }) => {
  const { state, search } = adSearchOf(searchParams);
  const [found, { specialties, regions, structures }] = await Promise.all([searchAdsWithFacets(ctx, search), readSearchChoices(ctx)]);
  const names = criterionNames(specialties, regions, structures);
  const query = tableAddress("", adsTable, state);
  const chosen = chosenOf(state, names);
  const widenings = found.ads.length === 0 && chosen.length > 0 ? await wideningsOf(ctx, chosen) : [];
  const feedQuery = adQueryOf(state);
  return (
    <>
      <PageHeader
        title="Recherche avancée d’annonces"
        lead="Les interventions pour lesquelles nos structures cherchent quelqu’un. Les critères s’ajoutent les uns aux autres."
      />
      {found.nearest !== null && <NearestNotice typed={state.q} nearest={found.nearest} />}
      <DataTable
        spec={adsTable}
        state={state}
        path={paths.trainers.ads()}
        caption="Annonces ouvertes"
        noun={{ one: "annonce", many: "annonces" }}
        total={found.total}
        columns={adColumns(names, query)}
        rows={found.ads}
        rowKey={({ id }) => id}
        next={found.next}
        previous={found.previous}
        searchLabel="Rechercher"
        searchHint="Des mots, ou le numéro d’une annonce"
        filters={
          <AdFilters filters={state.filters} facets={found.facets} specialties={specialties} regions={regions} structures={structures} />
        }
        chosen={<ChosenCriteria chosen={chosen} address={(without) => tableAddress(paths.trainers.ads(), adsTable, without)} />}
        actions={found.ads.length > 1 && <AdSortChoice state={state} />}
        nothingFound={<NoAd widenings={widenings} everything={paths.trainers.ads()} />}
        empty={
          <EmptyState title="Aucune annonce n’est ouverte en ce moment">
            <p>Revenez dans quelques jours : les structures en publient tout au long de l’année.</p>
          </EmptyState>
        }
      />
      {found.isRanked && found.next === null && found.total.count > mostRanked && (
        <p className="mt-4 text-ink-soft">
          Les {mostRanked} annonces les plus récentes sont classées par pertinence.{" "}
          <TextLink
            href={tableAddress(paths.trainers.ads(), adsTable, changeTableState(state, { sort: "published", dir: "desc" }))}
            prefetch={false}
          >
            Voir toutes les annonces trouvées, de la plus récente à la plus ancienne
          </TextLink>
        </p>
      )}
      <p className="mt-8 flex flex-wrap gap-x-6 gap-y-2 print:hidden">
        <TextLink
          href={paths.trainers.newSearch({ recherche: new URLSearchParams(feedQuery.map((pair) => [...pair])).toString() })}
          prefetch={false}
          className="inline-flex min-h-11 items-center"
        >
          Enregistrer cette recherche
        </TextLink>
        <a href={paths.trainers.adsFeed(feedQuery)} className="link inline-flex min-h-11 items-center">
          Suivre cette recherche (flux Atom)
        </a>
        <TextLink href={paths.trainers.openData} prefetch={false} className="inline-flex min-h-11 items-center">
          Annonces en données ouvertes
        </TextLink>
      </p>
    </>
  );
});

/** More would be no help. */
const mostWidenings = 8;

/** What each criterion taken away would give; asked only when nothing was found. */
async function wideningsOf(ctx: Ctx, chosen: readonly Chosen[]): Promise<Widening[]> {
  const all = await Promise.all(
    chosen.slice(0, mostWidenings).map(async ({ label, without }) => {
      const { count, capped } = await countAds(ctx, searchOf(without));
      return { label, href: tableAddress(paths.trainers.ads(), adsTable, without), count, capped };
    }),
  );
  return all.toSorted((one, other) => other.count - one.count);
}
