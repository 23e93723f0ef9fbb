import { subMonths } from "date-fns";
import { sql } from "drizzle-orm";
import type { Job } from "@/lib/jobs/job";
import { readSettings } from "@/lib/settings/read-settings";

/**
 * Lines of the audit log older than the time of the setting leave, through the one door the database has for it
 * (AD-13). That door keeps six months whatever is asked, so a run "as of" a later day asks for no more.
 */
export const purgeAuditJob: Job = {
  name: "purge-audit",
  label: "Effacer les lignes anciennes du journal",
  cron: "30 4 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const months = (await readSettings(ctx))["retention.auditMonths"];
    const olderThan = subMonths(asOf, months).toISOString();
    const [row] = await ctx.db.execute<{ removed: string }>(
      sql`select purge_audit_log(least(${olderThan}::timestamptz, now() - interval '6 months')) as removed`,
    );
    return { lines: Number(row?.removed ?? 0) };
  },
};
