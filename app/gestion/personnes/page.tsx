import { ExportLinks } from "@/components/gestion/export-links";
import { SelectField } from "@/components/form/select-field";
import { peopleSearchOf, peopleTable } from "@/components/gestion/people-table";
import { DataTable } from "@/components/table/data-table";
import { changeTableState, tableAddress } from "@/components/table/table-state";
import { SelectionBar } from "@/components/table/selection-bar";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { listPeople } from "@/lib/accounts/people/list-people";
import { personStateLabels, personStates } from "@/lib/accounts/people/vocabulary";
import { roleLabels, roles } from "@/lib/accounts/roles/vocabulary";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { peopleColumns } from "./_components/people-columns";

export const metadata = titled("Personnes et rôles");

const selectionForm = "selection";
const noun = { one: "personne", many: "personnes" };

/** Finds people and opens their page (AD-10). */
export default page({ name: "manage.people", policy: "administrator", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = peopleSearchOf(searchParams);
  const { people, next, previous, total, nearest } = await listPeople(ctx, search);
  return (
    <>
      <PageHeader
        title="Personnes et rôles"
        lead="Cherchez une personne pour voir ses rôles, en donner ou en retirer, ou bloquer son accès."
      />
      {nearest && (
        <div className="mb-6">
          <Alert tone="info" title={`Aucune personne ne s’appelle exactement « ${search.query} ».`}>
            <p>Voici les noms les plus proches.</p>
          </Alert>
        </div>
      )}
      <DataTable
        spec={peopleTable}
        state={state}
        path={paths.manage.people()}
        caption="Personnes"
        noun={noun}
        total={total}
        columns={peopleColumns}
        rows={people}
        rowKey={({ id }) => id}
        next={next}
        previous={previous}
        searchLabel="Rechercher une personne"
        searchHint="Nom, prénom ou adresse électronique"
        filters={
          <>
            <div className="w-full sm:w-52">
              <SelectField
                name="role"
                label="Rôle"
                emptyLabel="Tous"
                defaultValue={search.role}
                options={roles.map((value) => ({ value, label: roleLabels[value] }))}
              />
            </div>
            <div className="w-full sm:w-32">
              <SelectField
                name="state"
                label="État"
                emptyLabel="Tous"
                defaultValue={search.state}
                options={personStates.map((value) => ({ value, label: personStateLabels[value] }))}
              />
            </div>
          </>
        }
        selection={{
          formId: selectionForm,
          name: "ids",
          rowLabel: ({ firstName, lastName }) => `${lastName} ${firstName}`,
          bar: <ActOnSelection back={tableAddress(paths.manage.people(), peopleTable, state)} />,
        }}
        actions={
          people.length > 0 && (
            <ExportLinks
              csv={tableAddress(paths.api.peopleExport, peopleTable, changeTableState(state, {}))}
              excel={tableAddress(paths.api.peopleExcel, peopleTable, changeTableState(state, {}))}
            />
          )
        }
      />
    </>
  );
});

/** The ticked people go to a page that says what can be done to them, and comes back here. */
function ActOnSelection({ back }: { readonly back: string }) {
  return (
    <form id={selectionForm} action={paths.manage.selection()} method="get">
      <input type="hidden" name="retour" value={back} />
      <SelectionBar formId={selectionForm} noun={noun}>
        <Button type="submit" size="small">
          Agir sur la sélection
        </Button>
      </SelectionBar>
    </form>
  );
}
