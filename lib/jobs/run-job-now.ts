import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { jobRuns } from "@/db/schema/platform";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { findJob, type Job } from "./job";
import { can } from "./policy";

const hour = 3_600_000;

/** Asks the worker for a run now (AD-14); it begins at the worker's next look at the clock. Refused while one is under way. */
export function runJobNow(ctx: Ctx, { job: name }: { job: string }, jobs: readonly Job[]): Promise<{ label: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.manageJobs(tx.actor));
    const job = findJob(jobs, name);
    if (job === undefined || job.continuous === true) throw absent();
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`job ${name}`}))`);
    const underWay = await tx.db
      .select({ id: jobRuns.id })
      .from(jobRuns)
      .where(
        and(eq(jobRuns.job, name), inArray(jobRuns.state, ["queued", "running"]), gt(jobRuns.startedAt, new Date(tx.now.getTime() - hour))),
      )
      .limit(1);
    if (underWay.length > 0) throw new Refusal("conflict", "Cette tâche est déjà en attente ou en cours. Attendez qu’elle se termine.");
    await tx.db.insert(jobRuns).values({ job: name, asOf: tx.now, trigger: "manual", state: "queued", startedAt: tx.now });
    await audit(tx, { action: "job.run_now", subject: { type: "job", id: name } });
    return { label: job.label };
  });
}
