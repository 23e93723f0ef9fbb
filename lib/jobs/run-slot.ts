import { and, eq } from "drizzle-orm";
import { jobRuns } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { findJob, type Job } from "./job";
import { runJob } from "./run-job";
import { lastSlot } from "./schedule";
import type { JobTrigger } from "./vocabulary";

export interface SlotRun {
  readonly job: string;
  readonly asOf: Date;
  /** It was done before, or is being done. */
  readonly already: boolean;
  readonly result: object | null;
}

/** Runs a job here and now, as of an hour, unless that was done: for the command line. Throws what the job throws. */
export async function runSlot(
  ctx: Ctx,
  jobs: readonly Job[],
  { job: name, asOf, trigger }: { job: string; asOf: Date; trigger: JobTrigger },
): Promise<SlotRun> {
  if (findJob(jobs, name) === undefined) throw absent();
  // Written as running: no worker takes it from us, and a second call finds it.
  await ctx.db.insert(jobRuns).values({ job: name, asOf, trigger, state: "running", startedAt: ctx.now }).onConflictDoNothing();
  const [run] = await ctx.db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, name), eq(jobRuns.asOf, asOf)));
  if (run === undefined) throw absent();
  const outcome = await runJob(ctx, jobs, run.id);
  return { job: name, asOf, already: outcome.end !== "succeeded", result: outcome.end === "succeeded" ? outcome.result : null };
}

/** Runs a job as of its last hour, once: for hosts whose only worker is a cron (TR-03). */
export async function runLastSlot(ctx: Ctx, jobs: readonly Job[], name: string): Promise<SlotRun> {
  const job = findJob(jobs, name);
  if (job === undefined) throw absent();
  return runSlot(ctx, jobs, { job: name, asOf: lastSlot(job.cron, ctx.now), trigger: "cron" });
}
