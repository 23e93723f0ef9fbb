import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { parseTableState, type TableSpec } from "@/components/table/table-state";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { number, shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listOwnInterventions, type OwnIntervention } from "@/lib/trainers/account/list-own-interventions";
import { AccountCrumb } from "../_components/account-crumb";

export const metadata = titled("Mes interventions");

const spec = { sorts: ["startsOn"], direction: "desc" } as const satisfies TableSpec;

const columns: readonly Column<OwnIntervention>[] = [
  { id: "title", header: "Intervention", rowHeader: true, className: "min-w-56", cell: ({ title }) => title },
  { id: "structure", header: "Structure", cell: ({ structure }) => structure },
  {
    id: "period",
    header: "Dates",
    className: "whitespace-nowrap",
    cell: ({ startsOn, endsOn }) => (
      <>
        {shortDay(startsOn)}
        {endsOn !== startsOn && <span className="block">au {shortDay(endsOn)}</span>}
      </>
    ),
  },
  { id: "hours", header: "Heures", align: "end", cell: ({ hours }) => (hours === null ? "" : number(hours)) },
  { id: "reference", header: "Référence", cell: ({ reference }) => reference },
];

/** What one has taught for the institution, and what is planned (EI-52). */
export default page({ name: "trainers.interventions", policy: "signed_in", application: "intervenants" }, async (ctx, { searchParams }) => {
  const rows = await listOwnInterventions(ctx);
  return (
    <>
      <AccountCrumb current="Mes interventions" />
      <PageHeader
        title="Mes interventions"
        lead="Telles que les structures les ont enregistrées. Une erreur ? Écrivez à la structure concernée."
      />
      <DataTable
        spec={spec}
        state={parseTableState(spec, searchParams)}
        path={paths.trainers.myInterventions}
        caption="Liste de mes interventions"
        noun={{ one: "intervention", many: "interventions" }}
        total={{ count: rows.length }}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Aucune intervention n’est enregistrée">
            <p>Vos interventions apparaîtront ici quand une structure les aura enregistrées.</p>
          </EmptyState>
        }
      />
    </>
  );
});
