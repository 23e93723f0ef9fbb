import { subMonths } from "date-fns";
import { and, lt, sql } from "drizzle-orm";
import { jobRuns } from "@/db/schema/platform";
import type { Job } from "./job";

/** Runs older than three months are forgotten, except the last of each job, from which the next hours are counted. */
export const purgeJobRunsJob: Job = {
  name: "purge-job-runs",
  label: "Effacer l’historique ancien des tâches",
  cron: "50 3 * * 0",
  catchUp: "latest",
  run: async (ctx, { asOf }) => {
    const isLast = sql`${jobRuns.asOf} = (select max(r.as_of) from ${jobRuns} r where r.job = ${jobRuns.job} and r.trigger <> 'manual')`;
    const erased = await ctx.db
      .delete(jobRuns)
      .where(and(lt(jobRuns.asOf, subMonths(asOf, 3)), sql`${jobRuns.state} in ('succeeded', 'failed')`, sql`not ${isLast}`))
      .returning({ id: jobRuns.id });
    return { erased: erased.length };
  },
};
