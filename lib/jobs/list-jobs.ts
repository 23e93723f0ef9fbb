import { and, count, desc, eq, gt, inArray } from "drizzle-orm";
import { jobRuns } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import type { Job } from "./job";
import { can } from "./policy";
import { nextSlot } from "./schedule";
import type { JobState, JobTrigger } from "./vocabulary";

export interface JobRunSeen {
  readonly id: string;
  readonly job: string;
  readonly asOf: Date;
  readonly trigger: JobTrigger;
  readonly state: JobState;
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly error: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

export interface JobSeen {
  readonly name: string;
  readonly label: string;
  readonly lastRun: JobRunSeen | null;
  readonly nextAt: Date;
  /** Failed runs of the last 30 days. */
  readonly failures: number;
}

const month = 30 * 86_400_000;
const columns = {
  id: jobRuns.id,
  job: jobRuns.job,
  asOf: jobRuns.asOf,
  trigger: jobRuns.trigger,
  state: jobRuns.state,
  result: jobRuns.result,
  error: jobRuns.error,
  startedAt: jobRuns.startedAt,
  finishedAt: jobRuns.finishedAt,
};

/** The scheduled jobs: last run, next run, failures (AD-14). */
export async function listJobs(ctx: Ctx, jobs: readonly Job[]): Promise<readonly JobSeen[]> {
  ensure(can.manageJobs(ctx.actor));
  const shown = jobs.filter(({ continuous }) => continuous !== true);
  const names = shown.map(({ name }) => name);
  if (names.length === 0) return [];
  const [last, failed] = await Promise.all([
    ctx.db
      .selectDistinctOn([jobRuns.job], columns)
      .from(jobRuns)
      .where(inArray(jobRuns.job, names))
      .orderBy(jobRuns.job, desc(jobRuns.startedAt), desc(jobRuns.id)),
    ctx.db
      .select({ job: jobRuns.job, total: count() })
      .from(jobRuns)
      .where(and(eq(jobRuns.state, "failed"), gt(jobRuns.startedAt, new Date(ctx.now.getTime() - month))))
      .groupBy(jobRuns.job),
  ]);
  return shown.map(({ name, label, cron }) => ({
    name,
    label,
    lastRun: last.find(({ job }) => job === name) ?? null,
    nextAt: nextSlot(cron, ctx.now),
    failures: failed.find(({ job }) => job === name)?.total ?? 0,
  }));
}

/** The latest runs, newest first, of one job or of all. */
export async function listJobRuns(
  ctx: Ctx,
  { job, limit = 50 }: { job?: string | undefined; limit?: number } = {},
): Promise<readonly JobRunSeen[]> {
  ensure(can.manageJobs(ctx.actor));
  return ctx.db
    .select(columns)
    .from(jobRuns)
    .where(job === undefined ? undefined : eq(jobRuns.job, job))
    .orderBy(desc(jobRuns.startedAt), desc(jobRuns.id))
    .limit(limit);
}
