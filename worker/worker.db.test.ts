import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { auditLog, jobRuns } from "@/db/schema/platform";
import { testCtx } from "@/db/testing/rollback";
import { clusterUrl, copyTemplate } from "@/db/testing/worker-database";
import { systemClock } from "@/lib/core/clock";
import { readWorkerPulse } from "@/lib/jobs/read-worker-pulse";
import { tick } from "@/lib/jobs/tick";
import { queueSignUps, readLocalMails } from "@/lib/mail/testing/outbox-story";
import { openJobQueue } from "./job-queue";
import { jobs } from "./registry";

const isLong = process.env["LONG"] === "1";
const patience = { timeout: 60_000, interval: 100 };

interface Story {
  readonly db: Database;
  readonly url: string;
  readonly name: string;
  readonly startWorker: () => ChildProcess;
}

/** A committed database, and real worker processes on it; those left are killed at the end. */
async function withWorkers(label: string, story: (given: Story) => Promise<void>): Promise<void> {
  const name = `workers_${label}_${process.pid}`;
  const url = await copyTemplate(name);
  const { sql: pool, db } = connect(url, { max: 2 });
  const started: ChildProcess[] = [];
  const startWorker = () => {
    const worker = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "testing/worker-process.ts")], {
      env: { ...process.env, DATABASE_URL: url, VITEST: "" },
      stdio: ["ignore", "ignore", "inherit"],
    });
    started.push(worker);
    return worker;
  };
  try {
    await story({ db, url, name, startWorker });
  } finally {
    for (const worker of started) worker.kill("SIGKILL");
    await pool.end();
  }
}

const executions = (db: Database) =>
  db
    .select({ job: auditLog.actorKind, times: sql<number>`count(*)::int` })
    .from(auditLog)
    .where(eq(auditLog.action, "test.executed"))
    .groupBy(auditLog.actorKind);
const succeeded = async (db: Database) => (await db.select().from(jobRuns).where(eq(jobRuns.state, "succeeded"))).length;

async function stopped(worker: ChildProcess): Promise<unknown> {
  const ended = once(worker, "exit");
  worker.kill("SIGTERM");
  const [code] = await ended;
  return code;
}

test("TR-03 two workers on one database do each hour of each job once, send the mails, and stop when asked", { timeout: 120_000 }, () =>
  withWorkers("two", async ({ db, startWorker }) => {
    await queueSignUps(db, 30, systemClock.now());
    const workers = [startWorker(), startWorker()];
    await expect.poll(() => succeeded(db), patience).toBe(8);
    await expect.poll(async () => (await readLocalMails(db)).length, patience).toBe(30);
    expect((await executions(db)).filter(({ times }) => times !== 1)).toEqual([]);
    await expect.poll(() => readWorkerPulse(testCtx(db)), patience).toBeInstanceOf(Date);
    expect(await Promise.all(workers.map(stopped))).toEqual([0, 0]);
  }),
);

test("TR-01 TR-03 a worker survives the database going away, and goes on when it is back", { timeout: 120_000 }, () =>
  withWorkers("database", async ({ db, name, startWorker }) => {
    const worker = startWorker();
    await expect.poll(() => succeeded(db), patience).toBe(8);
    const owner = postgres(clusterUrl("postgres"), { max: 1 });
    try {
      await owner.unsafe(`alter database "${name}" allow_connections false`);
      await owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
      await expect.poll(async () => (await owner`select from pg_stat_activity where datname = ${name}`).length, patience).toBe(0);
      await owner.unsafe(`alter database "${name}" allow_connections true`);
    } finally {
      await owner.end();
    }
    await queueSignUps(db, 3, systemClock.now());
    await expect.poll(async () => (await readLocalMails(db)).length, patience).toBe(3);
    expect(await stopped(worker)).toBe(0);
  }),
);

test.runIf(isLong)("TR-03 a worker killed inside a job: another one does it within two minutes", { timeout: 240_000 }, () =>
  withWorkers("killed", async ({ db, startWorker }) => {
    const worker = startWorker();
    const times = async () => (await executions(db)).find(({ job }) => job === "long")?.times ?? 0;
    await expect.poll(times, patience).toBe(1);
    worker.kill("SIGKILL");
    startWorker();
    await expect.poll(() => succeeded(db), { timeout: 120_000, interval: 500 }).toBe(8);
    expect(await times()).toBe(2);
  }),
);

test("TR-03 a run and its job in the queue are written together, or not at all", { timeout: 60_000 }, () =>
  withWorkers("together", async ({ db, url }) => {
    const queue = openJobQueue(url);
    await queue.start();
    const inQueue = async () =>
      (await db.execute<{ total: number }>(sql`select count(*)::int as total from pgboss.job where name = 'run-job'`))[0]?.total;
    try {
      await expect(
        db.transaction(async (transaction) => {
          await tick({ ...testCtx(transaction), inTransaction: true }, jobs, queue);
          throw new Error("power cut");
        }),
      ).rejects.toThrow("power cut");
      expect([await db.$count(jobRuns), await inQueue()]).toEqual([0, 0]);
      const scheduled = jobs.filter(({ continuous }) => continuous !== true).length;
      await tick(testCtx(db), jobs, queue);
      await tick(testCtx(db), jobs, queue);
      expect([await db.$count(jobRuns), await inQueue()]).toEqual([scheduled, scheduled]);
    } finally {
      await queue.stop(1);
    }
  }),
);

test("TR-03 every job has a name fit for an address, its own, and a label", () => {
  expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
  for (const { name, label } of jobs) {
    expect(name).toMatch(/^[a-z][a-z0-9-]{2,59}$/u);
    expect(label.length).toBeGreaterThan(5);
  }
});
