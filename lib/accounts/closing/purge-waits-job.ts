import { lte } from "drizzle-orm";
import { requestWaits } from "@/db/schema/trainers";
import type { Job } from "@/lib/jobs/job";

/** What was kept of a closed account so that its year is waited for goes with the year (EI-40). */
export const purgeWaitsJob: Job = {
  name: "purge-request-waits",
  label: "Effacer les délais écoulés des demandes non retenues",
  cron: "25 3 * * *",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const gone = await ctx.db.delete(requestWaits).where(lte(requestWaits.until, asOf)).returning({ until: requestWaits.until });
    return { waits: gone.length };
  },
};
