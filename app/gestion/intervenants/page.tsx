import { BookmarkPlus, Send } from "lucide-react";
import { cvSearchOf, cvsTable } from "@/components/gestion/cvs-table";
import { ExportLinks } from "@/components/gestion/export-links";
import { DataTable } from "@/components/table/data-table";
import { SelectionBar } from "@/components/table/selection-bar";
import { changeTableState, tableAddress, tableEntries } from "@/components/table/table-state";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { listStructures } from "@/lib/references/list-structures";
import { listCvSearches } from "@/lib/trainers/library/keep-cv-searches";
import { readProfileNames } from "@/lib/trainers/library/read-profile-names";
import { searchCvs } from "@/lib/trainers/library/search-cvs";
import { cvColumns } from "./_components/cv-columns";
import { CvFilters } from "./_components/cv-filters";
import { SavedSearches } from "./_components/saved-searches";

export const metadata = titled("CVthèque");

const selectionForm = "selection";
const noun = { one: "profil", many: "profils" };

/** Validated trainers by text and criteria; the address is the search (AD-03). */
export default page({ name: "manage.trainers", policy: "staff", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = cvSearchOf(searchParams);
  const [found, names, specialties, regions, structures, searches] = await Promise.all([
    searchCvs(ctx, search),
    readProfileNames(ctx),
    listSpecialties(ctx),
    listRegions(ctx),
    listStructures(ctx),
    listCvSearches(ctx),
  ]);
  const whole = changeTableState(state, {});
  const current = new URLSearchParams(tableEntries(cvsTable, whole).map((entry) => [...entry])).toString();
  return (
    <>
      <PageHeader title="CVthèque" lead="Les intervenants validés de toutes les structures. Les critères s’ajoutent les uns aux autres." />
      <SavedSearches
        current={current}
        searches={searches.map(({ id, name, query }) => ({ id, name, href: `${paths.manage.trainers()}?${query}` }))}
      />
      {found.nearest && found.cvs.length > 0 && (
        <div className="mb-6">
          <Alert tone="info" title={`Aucun CV ne contient « ${state.q} ».`}>
            <p>Voici les noms les plus proches.</p>
          </Alert>
        </div>
      )}
      <DataTable
        spec={cvsTable}
        state={state}
        path={paths.manage.trainers()}
        caption="Intervenants validés"
        noun={noun}
        total={found.total}
        columns={cvColumns(names)}
        rows={found.cvs}
        rowKey={({ profileId }) => profileId}
        next={found.next}
        previous={found.previous}
        searchLabel="Rechercher"
        searchHint="Un nom, ou des mots du CV"
        filters={<CvFilters filters={state.filters} specialties={specialties} regions={regions} structures={structures} />}
        selection={{
          formId: selectionForm,
          name: "ids",
          rowLabel: ({ firstName, lastName }) => `${lastName} ${firstName}`,
          bar: <ActOnSelection />,
        }}
        actions={
          found.cvs.length > 0 && (
            <ExportLinks
              csv={tableAddress(paths.api.trainersExport, cvsTable, whole)}
              excel={tableAddress(paths.api.trainersExcel, cvsTable, whole)}
            />
          )
        }
        empty={
          <EmptyState title="La CVthèque est encore vide">
            <p>Les profils y entrent quand leur demande d’inscription est validée.</p>
          </EmptyState>
        }
      />
    </>
  );
});

/** The ticked people go to the page of the selection, or to that of invitations: plain addresses, that work without JavaScript. */
function ActOnSelection() {
  return (
    <form id={selectionForm} action={paths.manage.shortlist()} method="get">
      <SelectionBar formId={selectionForm} noun={noun}>
        <Button type="submit" size="small" variant="secondary" icon={<BookmarkPlus aria-hidden size={18} />}>
          Ajouter à la sélection
        </Button>
        <Button type="submit" size="small" formAction={paths.manage.invite()} icon={<Send aria-hidden size={18} />}>
          Inviter à une annonce
        </Button>
      </SelectionBar>
    </form>
  );
}
