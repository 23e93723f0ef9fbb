import { eq } from "drizzle-orm";
import { jobRuns } from "@/db/schema/platform";
import type { Ctx, Db } from "@/lib/core/ctx";
import { log } from "@/lib/core/log";
import { withoutValues } from "@/lib/core/without-values";
import { findJob, type Job } from "./job";

/** "elsewhere": somebody is executing this very run now. "already": it succeeded before. */
export type RunEnd = { readonly end: "succeeded"; readonly result: object } | { readonly end: "already" | "elsewhere" | "absent" };

/**
 * Executes a run, whoever asks and however often: one execution at a time, and none after it succeeded (TR-03).
 * The row stays locked meanwhile, so that the death of a worker, which ends its connection, frees the run at once.
 * Throws what the job threw, once the row tells it.
 */
export async function runJob(ctx: Ctx, jobs: readonly Job[], runId: string): Promise<RunEnd> {
  const begun = await ctx.db.transaction(async (db) => {
    const run = await hold(db, runId);
    if (run === undefined || run.state === "succeeded") return run;
    await db.update(jobRuns).set({ state: "running", startedAt: ctx.now, finishedAt: null, error: null }).where(eq(jobRuns.id, runId));
    return run;
  });
  if (begun === undefined) return { end: (await exists(ctx, runId)) ? "elsewhere" : "absent" };
  if (begun.state === "succeeded") return { end: "already" };
  const outcome = await ctx.db.transaction(async (db) => {
    const run = await hold(db, runId);
    if (run === undefined) return { end: "elsewhere" } as const;
    if (run.state === "succeeded") return { end: "already" } as const;
    return execute(ctx, db, jobs, run);
  });
  if (outcome.end === "failed") throw outcome.error;
  return outcome;
}

type Run = Pick<typeof jobRuns.$inferSelect, "id" | "job" | "asOf" | "state">;

async function hold(db: Db, id: string): Promise<Run | undefined> {
  const [run] = await db
    .select({ id: jobRuns.id, job: jobRuns.job, asOf: jobRuns.asOf, state: jobRuns.state })
    .from(jobRuns)
    .where(eq(jobRuns.id, id))
    .for("update", { skipLocked: true });
  return run;
}

async function exists(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await ctx.db.select({ id: jobRuns.id }).from(jobRuns).where(eq(jobRuns.id, id));
  return rows.length > 0;
}

async function execute(ctx: Ctx, held: Db, jobs: readonly Job[], { id, job: name, asOf }: Run) {
  const started = performance.now();
  const finish = (values: Partial<typeof jobRuns.$inferInsert>) =>
    held
      .update(jobRuns)
      .set({ ...values, finishedAt: new Date(ctx.now.getTime() + (performance.now() - started)) })
      .where(eq(jobRuns.id, id));
  try {
    const job = findJob(jobs, name);
    if (job === undefined) throw new Error(`Unknown job: ${name}`);
    const result = { ...(await job.run({ ...ctx, actor: { kind: "system", name: `job:${name}` } }, { asOf })) };
    await finish({ state: "succeeded", result, error: null });
    log.info({ job: name, asOf, run: id, ms: Math.round(performance.now() - started), result }, "job.succeeded");
    return { end: "succeeded", result } as const;
  } catch (error) {
    log.error({ job: name, asOf, run: id, err: error }, "job.failed");
    await finish({ state: "failed", error: withoutValues(error instanceof Error ? error.message : String(error), error).slice(0, 2000) });
    return { end: "failed", error } as const;
  }
}
