import { DataTable } from "@/components/table/data-table";
import { parseTableState } from "@/components/table/table-state";
import { adsTable } from "@/components/trainers/ads-table";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { latestAds } from "@/lib/trainers/ads/search-ads";
import { adColumns } from "./annonces/_components/ad-columns";
import { FilterChoice } from "./annonces/_components/filter-fields";

export const metadata = titled("Espace Intervenants");

const shown = 10;

/** The public door of the trainers' application: a quick search and the latest ads (EI-01). */
export default page({ name: "trainers.home", policy: "visitor" }, async (ctx) => {
  const [ads, specialties, regions] = await Promise.all([latestAds(ctx, shown), listSpecialties(ctx), listRegions(ctx)]);
  const names = {
    specialties: new Map(specialties.map(({ code, name }) => [code, name])),
    regions: new Map(regions.map(({ code, name }) => [code, name])),
  };
  return (
    <>
      <PageHeader
        title="Espace Intervenants"
        lead="Transmettez votre métier aux agents des collectivités : nos structures cherchent toute l’année des personnes pour animer leurs formations."
      />
      <search aria-label="Recherche rapide d’annonces">
        <form action={paths.trainers.ads()} method="get" className="mb-10 rounded-lg border border-line bg-surface-raised p-4">
          <div className="flex flex-wrap items-end gap-4">
            <FilterChoice
              name="region"
              label="Région"
              all="Toutes les régions"
              value=""
              options={regions.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <FilterChoice
              name="specialite"
              label="Spécialité"
              all="Toutes les spécialités"
              value=""
              options={specialties.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button type="submit">Rechercher</Button>
              <TextLink href={paths.trainers.ads()}>Recherche avancée</TextLink>
            </div>
          </div>
        </form>
      </search>
      <h2 className="mb-4 text-xl">Les dernières annonces publiées</h2>
      <DataTable
        spec={latestTable}
        state={parseTableState(latestTable, {})}
        path={paths.trainers.home}
        caption="Les dernières annonces publiées"
        noun={{ one: "annonce", many: "annonces" }}
        columns={adColumns(names, "").map((column) => ({ ...column, sortable: false }))}
        rows={ads}
        rowKey={({ id }) => id}
      />
    </>
  );
});

/** As it comes: neither sorted nor filtered here. */
const latestTable = { sorts: adsTable.sorts, direction: "desc" } as const;
