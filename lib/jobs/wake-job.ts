import { jobRuns } from "@/db/schema/platform";
import type { TxCtx } from "@/lib/core/ctx";

/** Asks the worker for a run at its next look at the clock, in the transaction that gives the job its work. */
export async function wakeJob(tx: TxCtx, job: string): Promise<void> {
  await tx.db.insert(jobRuns).values({ job, asOf: tx.now, trigger: "manual", state: "queued", startedAt: tx.now }).onConflictDoNothing();
}
