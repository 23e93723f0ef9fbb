import { asc, eq, inArray, max, ne, sql } from "drizzle-orm";
import { jobRuns } from "@/db/schema/platform";
import type { Ctx, Db, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import type { Job } from "./job";
import { dueSlots } from "./schedule";
import type { JobTrigger } from "./vocabulary";

export interface QueuedRun {
  readonly id: string;
  readonly job: string;
  readonly asOf: Date;
  readonly trigger: JobTrigger;
}

/** Where runs go: pg-boss. Sending the same run again changes nothing; what is sent joins the transaction of `db`. */
export interface RunQueue {
  send(db: Db, run: QueuedRun): Promise<void>;
}

/** An hour treated so late was missed. */
const lateAfter = 5 * 60_000;
/** A run that nobody holds and that began so long ago died with its worker. */
const abandonedAfter = 2 * 3_600_000;

/**
 * Looks at the clock: writes one row for each hour that came due, and sends every waiting run, in one transaction.
 * Any number of workers may do so at once: the row is unique by job and hour (TR-03). Gives how many were written.
 */
export function tick(ctx: Ctx, jobs: readonly Job[], queue: RunQueue): Promise<number> {
  // No audit: job_runs is the record. No policy: the worker's own clock.
  return withTx(ctx, async (tx) => {
    await closeAbandoned(tx);
    const written = await writeDue(tx, jobs);
    const waiting = await tx.db
      .select({ id: jobRuns.id, job: jobRuns.job, asOf: jobRuns.asOf, trigger: jobRuns.trigger })
      .from(jobRuns)
      .where(eq(jobRuns.state, "queued"))
      .orderBy(asc(jobRuns.asOf))
      .limit(500);
    for (const run of waiting) await queue.send(tx.db, run);
    return written;
  });
}

async function writeDue(tx: TxCtx, jobs: readonly Job[]): Promise<number> {
  const done = await lastHours(tx);
  const due = jobs
    .filter(({ continuous }) => continuous !== true)
    .flatMap(({ name, cron, catchUp }) =>
      dueSlots(cron, done.get(name) ?? null, tx.now, catchUp).map((asOf) => ({
        job: name,
        asOf,
        trigger: tx.now.getTime() - asOf.getTime() > lateAfter ? ("catch_up" as const) : ("schedule" as const),
        state: "queued" as const,
        startedAt: tx.now,
      })),
    );
  if (due.length === 0) return 0;
  const written = await tx.db.insert(jobRuns).values(due).onConflictDoNothing().returning({ id: jobRuns.id });
  return written.length;
}

/** The last hour treated of each job; runs asked for by a person stand for no hour. */
async function lastHours(tx: TxCtx): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.db
    .select({ job: jobRuns.job, last: max(jobRuns.asOf) })
    .from(jobRuns)
    .where(ne(jobRuns.trigger, "manual"))
    .groupBy(jobRuns.job);
  return new Map(rows.flatMap(({ job, last }) => (last === null ? [] : [[job, last] as const])));
}

/** Whoever executes a run locks its row (run-job.ts): one that is not locked has nobody. */
async function closeAbandoned(tx: TxCtx): Promise<void> {
  const since = new Date(tx.now.getTime() - abandonedAfter).toISOString();
  const abandoned = tx.db
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(sql`${jobRuns.state} = 'running' and ${jobRuns.startedAt} < ${since}::timestamptz`)
    .for("update", { skipLocked: true });
  await tx.db
    .update(jobRuns)
    .set({ state: "failed", error: "The worker stopped before the end.", finishedAt: tx.now })
    .where(inArray(jobRuns.id, abandoned));
}
