import { auditSearchOf } from "@/components/gestion/audit-table";
import { auditCsvHeader, exportAudit } from "@/lib/audit/export-audit";
import { route } from "@/lib/entry/route";
import { csvResponse, queryOf } from "../file-response";

/** The lines of the audit log found by the page of the same query (AD-13). */
export const GET = route(
  { name: "audit.export", policy: "administrator", application: "gestion", limit: { points: 20, per: 3600, by: "account" } },
  async (ctx, request) => {
    const { search } = auditSearchOf(queryOf(request));
    return csvResponse({ name: "journal", now: ctx.now, header: auditCsvHeader, batches: await exportAudit(ctx, search) });
  },
);
