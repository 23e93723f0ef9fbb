import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { idOf, parseTableState, type TableSpec } from "@/components/table/table-state";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { listOwnLooks, type OwnLook } from "@/lib/trainers/dossier/looks/list-own-looks";
import { blockLabels, lookLabels } from "@/lib/trainers/dossier/vocabulary";

export const metadata = titled("Qui a consulté mes documents");

const spec = { sorts: ["at"], direction: "desc" } as const satisfies TableSpec;

const columns: readonly Column<OwnLook>[] = [
  { id: "at", header: "Date", rowHeader: true, className: "whitespace-nowrap", cell: ({ at }) => dateTime(at) },
  {
    id: "who",
    header: "Par",
    cell: ({ who, structure }) => (
      <>
        {who}
        <span className="block text-sm text-ink-soft">{structure}</span>
      </>
    ),
  },
  { id: "what", header: "Ce qui a été vu", cell: whatOf },
  { id: "reason", header: "Pour quelle raison", className: "min-w-56", cell: ({ reason }) => reason },
];

function whatOf({ kind, block }: OwnLook): string {
  return kind === "piece" && block !== null ? blockLabels[block] : lookLabels[kind];
}

/** Each look of staff at one's dossier, and why (EI-98). */
export default page({ name: "trainers.looks", policy: "signed_in", application: "intervenants" }, async (ctx, { searchParams }) => {
  const state = parseTableState(spec, searchParams);
  const { looks, next } = await listOwnLooks(ctx, idOf(state.after));
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Mon compte", href: paths.trainers.account },
          { label: "Données et pièces du dossier administratif", href: paths.trainers.dossier() },
        ]}
        current="Qui a consulté mes documents"
      />
      <PageHeader
        title="Qui a consulté mes documents"
        lead="Chaque gestionnaire dit pourquoi il ouvre votre dossier ; chaque pièce regardée laisse une ligne ici. Une consultation vous étonne ? Écrivez à l’assistance."
      />
      <DataTable
        spec={spec}
        state={state}
        path={paths.trainers.dossierLooks()}
        caption="Consultations de mon dossier"
        noun={{ one: "consultation", many: "consultations" }}
        columns={columns}
        rows={looks}
        rowKey={({ id }) => id}
        next={next}
        empty={
          <EmptyState title="Personne n’a consulté votre dossier">
            <p>Quand un gestionnaire regardera une de vos pièces, vous lirez ici qui, quand et pourquoi.</p>
          </EmptyState>
        }
      />
    </>
  );
});
