import { DataTable } from "@/components/table/data-table";
import { tableEntries } from "@/components/table/table-state";
import { adSearchOf, adsTable } from "@/components/trainers/ads-table";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { listStructures } from "@/lib/references/list-structures";
import { searchAds } from "@/lib/trainers/ads/search-ads";
import { adColumns } from "./_components/ad-columns";
import { AdFilters } from "./_components/ad-filters";

export const metadata = titled("Recherche avancée d’annonces");

/** Open ads by text and criteria that add up; the address is the search (EI-10). */
export default page({ name: "trainers.ads", policy: "visitor" }, async (ctx, { searchParams }) => {
  const { state, search } = adSearchOf(searchParams);
  const [found, specialties, regions, structures] = await Promise.all([
    searchAds(ctx, search),
    listSpecialties(ctx),
    listRegions(ctx),
    listStructures(ctx),
  ]);
  const names = {
    specialties: new Map(specialties.map(({ code, name }) => [code, name])),
    regions: new Map(regions.map(({ code, name }) => [code, name])),
  };
  const query = new URLSearchParams(tableEntries(adsTable, state).map((entry) => [...entry])).toString();
  return (
    <>
      <PageHeader
        title="Recherche avancée d’annonces"
        lead="Les interventions pour lesquelles nos structures cherchent quelqu’un. Les critères s’ajoutent les uns aux autres."
      />
      {found.nearest && found.ads.length > 0 && (
        <div className="mb-6">
          <Alert tone="info" title={`Aucune annonce ne contient « ${state.q} ».`}>
            <p>Voici celles dont le titre s’en approche le plus.</p>
          </Alert>
        </div>
      )}
      <DataTable
        spec={adsTable}
        state={state}
        path={paths.trainers.ads()}
        caption="Annonces ouvertes"
        noun={{ one: "annonce", many: "annonces" }}
        total={found.total}
        columns={adColumns(names, query === "" ? "" : `?${query}`)}
        rows={found.ads}
        rowKey={({ id }) => id}
        next={found.next}
        previous={found.previous}
        searchLabel="Rechercher"
        searchHint="Des mots, ou le numéro d’une annonce"
        filters={<AdFilters filters={state.filters} specialties={specialties} regions={regions} structures={structures} />}
        empty={
          <EmptyState title="Aucune annonce n’est ouverte en ce moment">
            <p>Revenez dans quelques jours : les structures en publient tout au long de l’année.</p>
          </EmptyState>
        }
      />
    </>
  );
});
