import { ExportLinks } from "@/components/gestion/export-links";
import { auditSearchOf, auditTable } from "@/components/gestion/audit-table";
import { DataTable } from "@/components/table/data-table";
import { changeTableState, tableAddress } from "@/components/table/table-state";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listAudit, listAuditActions } from "@/lib/audit/list-audit";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { auditColumns } from "./_components/audit-columns";
import { AuditFilters } from "./_components/audit-filters";

export const metadata = titled("Journal");

/** Who did or saw what, and when (AD-13). */
export default page({ name: "manage.audit", policy: "administrator", application: "gestion" }, async (ctx, { searchParams }) => {
  const { state, search } = auditSearchOf(searchParams);
  const [{ lines, next, previous, total }, actions] = await Promise.all([listAudit(ctx, search), listAuditActions(ctx)]);
  return (
    <>
      <PageHeader
        title="Journal"
        lead="Qui a fait ou consulté quoi, et quand. Personne ne peut modifier ni effacer une ligne."
        actions={
          <LinkButton href={paths.manage.breachDrill()} variant="secondary" prefetch={false}>
            En cas de fuite
          </LinkButton>
        }
      />
      <DataTable
        spec={auditTable}
        state={state}
        path={paths.manage.audit()}
        caption="Journal"
        noun={{ one: "ligne", many: "lignes" }}
        total={total}
        columns={auditColumns}
        rows={lines}
        rowKey={({ id }) => String(id)}
        next={next === null ? null : String(next)}
        previous={previous === null ? null : String(previous)}
        filters={<AuditFilters search={search} actions={actions} />}
        actions={
          lines.length > 0 && (
            <ExportLinks
              csv={tableAddress(paths.api.auditExport(), auditTable, changeTableState(state, {}))}
              excel={tableAddress(paths.api.auditExcel, auditTable, changeTableState(state, {}))}
            />
          )
        }
        empty={
          <EmptyState title="Le journal est vide">
            <p>Chaque connexion, chaque changement et chaque consultation de données sensibles y laissera une ligne.</p>
          </EmptyState>
        }
      />
    </>
  );
});
