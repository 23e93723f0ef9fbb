import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import { appRole } from "@/db/client";
import { log } from "@/lib/core/log";
import { withoutValues } from "@/lib/core/without-values";
import { queues } from "@/lib/jobs/queues";
import type { RunQueue } from "@/lib/jobs/tick";

const [runJobQueue] = queues;

/** Seconds of silence after which a worker counts as dead, and how often that is looked at: a lost run starts again within two minutes. */
const heartbeat = 30;
const supervision = 15;

export interface JobQueue extends RunQueue {
  start(): Promise<void>;
  /** Calls `handle` for each run, a few at a time. What it throws is tried again later. */
  work(handle: (runId: string) => Promise<void>): Promise<void>;
  /** Lets the runs under way end, for some seconds. */
  stop(seconds: number): Promise<void>;
}

/** pg-boss, as the application's role: its tables are made by the migration. */
export function openJobQueue(databaseUrl: string): JobQueue {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    options: `-c role=${appRole}`,
    application_name: "espaces-worker",
    max: 4,
    connectionTimeoutMillis: 5_000,
    migrate: false,
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: supervision,
    monitorIntervalSeconds: supervision,
    // Needs the owner of the tables; autovacuum does enough for this queue.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => log.warn({ err: error }, "worker.queue_error"));
  return {
    start: async () => void (await boss.start()),
    send: async (db, { id, job, asOf, trigger }) => {
      const data = { run: id, job, asOf: asOf.toISOString(), trigger };
      await boss.send(runJobQueue, data, {
        id,
        singletonKey: `${job} ${data.asOf}`,
        heartbeatSeconds: heartbeat,
        db: fromDrizzle(db, sql),
      });
    },
    work: async (handle) => {
      await boss.work<{ run: string }>(runJobQueue, { pollingIntervalSeconds: 1, localConcurrency: 2 }, async ([job]) => {
        if (job === undefined) return;
        await handle(job.data.run).catch((error: unknown) => {
          // The queue keeps what is thrown in its own table.
          throw new Error(withoutValues(error instanceof Error ? error.message : String(error), error));
        });
      });
    },
    stop: (seconds) => boss.stop({ graceful: true, timeout: seconds * 1000 }),
  };
}
