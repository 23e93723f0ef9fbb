import { collectDefaultMetrics, Gauge, register } from "prom-client";
import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/ctx";
import { mailStates } from "@/lib/mail/vocabulary";

export const metricsContentType = register.contentType;

// One registry per process, filled once, also across the module copies that the bundler makes.
const started = globalThis as { espacesMetrics?: Gauges };
type Gauges = ReturnType<typeof createGauges>;

function createGauges() {
  collectDefaultMetrics({ register });
  return {
    mails: new Gauge({ name: "espaces_mails", help: "Mails of the outbox, by state", labelNames: ["state"] }),
    oldestMail: new Gauge({
      name: "espaces_oldest_queued_mail_seconds",
      help: "Age of the oldest mail that waits and is due; 0 when none does",
    }),
    jobFailures: new Gauge({ name: "espaces_job_failures", help: "Job runs that failed in the last 24 hours", labelNames: ["job"] }),
    sessions: new Gauge({ name: "espaces_live_sessions", help: "Sessions neither ended nor expired" }),
    workerPulse: new Gauge({
      name: "espaces_worker_pulse_seconds",
      help: "Seconds since a worker last looked after the queue; -1 when none ever did",
    }),
  };
}

interface Numbers extends Record<string, unknown> {
  readonly mails: Readonly<Record<string, number>>;
  readonly oldest: number;
  readonly failures: Readonly<Record<string, number>>;
  readonly sessions: number;
  readonly pulse: number;
}

/** Metrics in Prometheus' text format: of this process, and of the database that all servers share (one statement). */
export async function readMetrics(ctx: Ctx): Promise<string> {
  const gauges = (started.espacesMetrics ??= createGauges());
  const numbers = await readNumbers(ctx);
  for (const state of mailStates) gauges.mails.set({ state }, numbers.mails[state] ?? 0);
  gauges.oldestMail.set(numbers.oldest);
  gauges.jobFailures.reset();
  for (const [job, failures] of Object.entries(numbers.failures)) gauges.jobFailures.set({ job }, failures);
  gauges.sessions.set(numbers.sessions);
  gauges.workerPulse.set(numbers.pulse);
  return register.metrics();
}

async function readNumbers(ctx: Ctx): Promise<Numbers> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const [numbers] = await ctx.db.execute<Numbers>(sql`select
    (select coalesce(jsonb_object_agg(state, total), '{}') from (select state, count(*) as total from mails group by state) as by_state) as mails,
    (select coalesce(extract(epoch from ${now} - min(next_attempt_at)), 0)::float8 from mails where state = 'queued' and next_attempt_at <= ${now}) as oldest,
    (select coalesce(jsonb_object_agg(job, total), '{}') from (
      select job, count(*) as total from job_runs where state = 'failed' and started_at > ${now} - interval '1 day' group by job) as by_job) as failures,
    (select count(*)::float8 from login_sessions where ended_at is null and expires_at > ${now}) as sessions,
    (select coalesce(extract(epoch from now() - max(monitor_claim_on)), -1)::float8 from pgboss.queue) as pulse`);
  if (numbers === undefined) throw new Error("the metrics could not be read");
  return numbers;
}
