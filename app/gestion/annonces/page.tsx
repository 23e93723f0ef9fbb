import { AdStateBadge } from "@/components/gestion/ad-state-badge";
import { ListExport } from "@/components/gestion/export-links";
import { StructureFilter } from "@/components/gestion/structure-filter";
import { managedAdSearchOf, managedAdsTable } from "@/components/gestion/ads-table";
import type { Column } from "@/components/table/column";
import { StateFilter } from "@/components/gestion/state-filter";
import { DataTable } from "@/components/table/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { shortDate, shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listManagedAds, listWritableStructures, type ManagedAdLine } from "@/lib/trainers/ads/manage-ads";
import { adStateLabels, adStates } from "@/lib/trainers/ads/vocabulary";

export const metadata = titled("Annonces");

const columns: readonly Column<ManagedAdLine>[] = [
  {
    id: "title",
    header: "Annonce",
    rowHeader: true,
    className: "min-w-64",
    cell: ({ id, title, number }) => (
      <>
        <TextLink href={paths.manage.ad(id)} prefetch={false}>
          {title}
        </TextLink>
        {number !== null && <span className="block text-sm font-normal text-ink-soft">N° {number}</span>}
      </>
    ),
  },
  { id: "structure", header: "Structure", cell: ({ structure }) => structure },
  { id: "state", header: "État", cell: ({ state }) => <AdStateBadge state={state} /> },
  {
    id: "deadline",
    header: "Date limite",
    cell: ({ deadlineOn }) => (deadlineOn === null ? <span className="text-ink-soft">Non fixée</span> : shortDay(deadlineOn)),
  },
  { id: "createdAt", header: "Écrite le", sortable: true, cell: ({ createdAt }) => shortDate(createdAt) },
];

/** The ads of the structures that one manages (AD-05). */
export default page({ name: "manage.ads", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = managedAdSearchOf(searchParams);
  const [{ ads, next }, structures] = await Promise.all([listManagedAds(ctx, search), listWritableStructures(ctx)]);
  return (
    <>
      <PageHeader
        title="Annonces"
        lead="Écrivez une annonce, publiez-la, puis clôturez-la quand vous avez trouvé."
        actions={<LinkButton href={paths.manage.newAd}>Écrire une annonce</LinkButton>}
      />
      <DataTable
        spec={managedAdsTable}
        state={state}
        path={paths.manage.ads()}
        caption="Annonces"
        noun={{ one: "annonce", many: "annonces" }}
        columns={columns}
        rows={ads}
        rowKey={({ id }) => id}
        next={next}
        searchLabel="Rechercher une annonce"
        searchHint="Des mots du titre, ou le numéro"
        filters={
          <>
            <StateFilter name="state" states={adStates} labels={adStateLabels} chosen={search.state} />
            <StructureFilter structures={structures} chosen={search.structureId} />
          </>
        }
        actions={ads.length > 0 && <ListExport list="annonces" spec={managedAdsTable} state={state} />}
        empty={
          <EmptyState title="Votre structure n’a encore écrit aucune annonce">
            <p>Une annonce reste un brouillon, visible de votre structure seule, jusqu’à ce que vous la publiiez.</p>
          </EmptyState>
        }
      />
    </>
  );
});
