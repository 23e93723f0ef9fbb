import { asc, eq } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { auditLog, jobRuns } from "@/db/schema/platform";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import type { Actor, SignedIn } from "@/lib/core/ctx";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import type { Job } from "./job";
import { listJobRuns, listJobs } from "./list-jobs";
import { purgeJobRunsJob } from "./purge-job-runs-job";
import { runJob } from "./run-job";
import { runJobNow } from "./run-job-now";
import { runLastSlot } from "./run-slot";
import { type QueuedRun, type RunQueue, tick } from "./tick";

const at = (text: string) => new Date(text);
const later = (date: Date, hours: number) => new Date(date.getTime() + hours * 3_600_000);

/** A job that counts its executions, and can be held or made to fail. */
function countingJob(name: string, catchUp: Job["catchUp"] = "latest") {
  const seen: Date[] = [];
  const state = { fail: false, gate: Promise.resolve() };
  const job: Job = {
    name,
    label: `Tâche ${name}`,
    cron: "15 3 * * *",
    catchUp,
    run: async (_ctx, { asOf }) => {
      seen.push(asOf);
      await state.gate;
      if (state.fail) throw new Error("out of order");
      return { treated: 3 };
    },
  };
  return { job, seen, state };
}

/** Keeps what was sent, as a queue does. */
function keepingQueue() {
  const sent = new Map<string, QueuedRun>();
  const queue: RunQueue = { send: async (_db, run) => void sent.set(run.id, run) };
  return { queue, sent };
}

const person = (...held: readonly Role[]): SignedIn => ({
  kind: "account",
  accountId: "00000000-0000-4000-8000-000000000001",
  sessionId: "00000000-0000-4000-8000-000000000002",
  firstName: "Camille",
  lastName: "Martin",
  address: "camille@example.org",
  grants: held.map((role) => ({ role, structureId: null, authorityId: null })),
  secondFactor: "passed",
  provedAt: testNow,
  sessionExpiresAt: testNow,
});

const runs = (db: Database) => db.select().from(jobRuns).orderBy(asc(jobRuns.asOf), asc(jobRuns.job));

describe("TR-03 the worker looks at its clock", () => {
  test("an hour that came due gives one run, however many workers look and however often", () =>
    onCommittedCopy("jobs_tick", async (db) => {
      const { job } = countingJob("daily");
      const { queue, sent } = keepingQueue();
      const looks = Array.from({ length: 6 }, () => tick(testCtx(db, { now: at("2026-11-21T02:15:10Z") }), [job], queue));
      const written = await Promise.all(looks);
      expect(written.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect([...sent.values()]).toEqual([
        expect.objectContaining({ job: "daily", asOf: at("2026-11-21T02:15:00Z"), trigger: "schedule" }),
      ]);
      expect(await tick(testCtx(db, { now: at("2026-11-22T02:14:59Z") }), [job], queue)).toBe(0);
      expect(await tick(testCtx(db, { now: at("2026-11-22T02:15:00Z") }), [job], queue)).toBe(1);
    }));

  test.each([1, 3, 40])("off for %i days: the nearest hour only, or each of them, as the job says", (days) =>
    onCommittedCopy(`jobs_off_${days}`, async (db) => {
      const [nearest, each] = [countingJob("nearest"), countingJob("each", "each")];
      const { queue, sent } = keepingQueue();
      const start = at("2027-03-10T08:00:00Z");
      await tick(testCtx(db, { now: start }), [nearest.job, each.job], queue);
      for (const id of sent.keys()) await runJob(testCtx(db), [nearest.job, each.job], id);
      sent.clear();
      await tick(testCtx(db, { now: later(start, days * 24) }), [nearest.job, each.job], queue);
      const of = (name: string) => [...sent.values()].filter(({ job }) => job === name);
      expect(of("nearest")).toHaveLength(1);
      expect(of("each")).toHaveLength(days);
      expect(of("nearest")[0]).toMatchObject({ trigger: "catch_up" });
      expect(of("nearest")[0]?.asOf).toEqual(of("each").at(-1)?.asOf);
    }),
  );

  test("a run whose worker died without a trace is shown as failed, not as running for ever", () =>
    onCommittedCopy("jobs_abandoned", async (db) => {
      const { queue } = keepingQueue();
      await db.insert(jobRuns).values({ job: "gone", asOf: testNow, trigger: "schedule", state: "running", startedAt: later(testNow, -3) });
      await tick(testCtx(db), [], queue);
      expect(await runs(db)).toEqual([expect.objectContaining({ state: "failed", finishedAt: testNow })]);
    }));
});

describe("TR-03 a run", () => {
  const due = async (db: Database, job: Job): Promise<string> => {
    const { queue, sent } = keepingQueue();
    await tick(testCtx(db), [job], queue);
    const [id = ""] = sent.keys();
    return id;
  };

  test("delivered twice at once, then again, is executed once", () =>
    onCommittedCopy("jobs_twice", async (db) => {
      const { job, seen, state } = countingJob("daily");
      const id = await due(db, job);
      let open = () => {};
      state.gate = new Promise((done) => (open = done));
      const first = runJob(testCtx(db), [job], id);
      await expect.poll(() => seen.length).toBe(1);
      expect(await runJob(testCtx(db), [job], id)).toEqual({ end: "elsewhere" });
      open();
      expect(await first).toEqual({ end: "succeeded", result: { treated: 3 } });
      expect(await runJob(testCtx(db), [job], id)).toEqual({ end: "already" });
      expect(seen).toEqual([at("2026-11-21T02:15:00Z")]);
      expect(await runs(db)).toEqual([expect.objectContaining({ state: "succeeded", result: { treated: 3 }, error: null })]);
    }));

  test("that fails says why, and succeeds when it is tried again", () =>
    onCommittedCopy("jobs_fail", async (db) => {
      const { job, state } = countingJob("daily");
      const id = await due(db, job);
      state.fail = true;
      await expect(runJob(testCtx(db), [job], id)).rejects.toThrow("out of order");
      expect(await runs(db)).toEqual([expect.objectContaining({ state: "failed", error: "out of order", finishedAt: expect.any(Date) })]);
      state.fail = false;
      expect(await runJob(testCtx(db), [job], id)).toMatchObject({ end: "succeeded" });
      expect(await runs(db)).toEqual([expect.objectContaining({ state: "succeeded", error: null })]);
    }));

  test("of a job that this version does not know fails, and waits for a version that does", () =>
    onCommittedCopy("jobs_unknown", async (db) => {
      const { job } = countingJob("daily");
      const id = await due(db, job);
      await expect(runJob(testCtx(db), [], id)).rejects.toThrow("Unknown job: daily");
      expect(await runJob(testCtx(db), [job], id)).toMatchObject({ end: "succeeded" });
      expect(await runJob(testCtx(db), [job], "00000000-0000-4000-8000-00000000ffff")).toEqual({ end: "absent" });
    }));

  test(
    "delivered by several workers, twice, in any order, leaves what one delivery would",
    () =>
      onCommittedCopy("jobs_any_order", (db) =>
        fc.assert(
          fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 10 }), async (deliveries) => {
            await db.delete(jobRuns);
            const daily = countingJob("daily", "each");
            const { queue, sent } = keepingQueue();
            await tick(testCtx(db, { now: at("2027-01-01T12:00:00Z") }), [daily.job], queue);
            for (const id of sent.keys()) await runJob(testCtx(db), [daily.job], id);
            await tick(testCtx(db, { now: at("2027-01-04T12:00:00Z") }), [daily.job], queue);
            const ids = [...sent.keys()];
            await Promise.all(deliveries.map((which) => runJob(testCtx(db), [daily.job], ids[which + 1] ?? "")));
            const asked = new Set(deliveries).size;
            expect(new Set(daily.seen.map(Number)).size).toBe(daily.seen.length);
            expect((await runs(db)).filter(({ state }) => state === "succeeded")).toHaveLength(asked + 1);
          }),
          { numRuns: process.env["LONG"] === "1" ? 1000 : 15 },
        ),
      ),
    600_000,
  );
});

describe("TR-03 a host with a cron and no worker", () => {
  test("calls a job by its name: done once for its last hour, then answered as already done", () =>
    onCommittedCopy("jobs_cron", async (db) => {
      const { job, seen } = countingJob("daily");
      const { queue, sent } = keepingQueue();
      const slot = at("2026-11-21T02:15:00Z");
      expect(await runLastSlot(testCtx(db), [job], "daily")).toEqual({ job: "daily", asOf: slot, already: false, result: { treated: 3 } });
      expect(await runLastSlot(testCtx(db), [job], "daily")).toEqual({ job: "daily", asOf: slot, already: true, result: null });
      await tick(testCtx(db), [job], queue);
      expect(sent.size).toBe(0);
      expect(seen).toHaveLength(1);
      await expect(runLastSlot(testCtx(db), [job], "toString")).rejects.toMatchObject({ code: "absent" });
    }));

  test("and a worker too: they do not do it both", () =>
    onCommittedCopy("jobs_cron_worker", async (db) => {
      const { job, seen } = countingJob("daily");
      const { queue, sent } = keepingQueue();
      await Promise.all([
        tick(testCtx(db), [job], queue),
        runLastSlot(testCtx(db), [job], "daily"),
        runLastSlot(testCtx(db), [job], "daily"),
      ]);
      for (const id of sent.keys()) await runJob(testCtx(db), [job], id);
      expect(seen).toHaveLength(1);
      expect(await runs(db)).toEqual([expect.objectContaining({ state: "succeeded" })]);
    }));

  test("after a failure, the next call tries the same hour again", () =>
    onCommittedCopy("jobs_cron_fail", async (db) => {
      const { job, state } = countingJob("daily");
      state.fail = true;
      await expect(runLastSlot(testCtx(db), [job], "daily")).rejects.toThrow("out of order");
      state.fail = false;
      expect(await runLastSlot(testCtx(db), [job], "daily")).toMatchObject({ already: false });
    }));
});

describe("AD-14 the administrator", () => {
  const administrator = { actor: person("administrator") as Actor };

  test("asks for a run now: it waits for the worker, is in the log, and is not asked for twice at once", () =>
    inRolledBackTx(async (tx) => {
      const { job, seen } = countingJob("daily");
      const ctx = { ...tx, ...administrator };
      expect(await runJobNow(ctx, { job: "daily" }, [job])).toEqual({ label: "Tâche daily" });
      await expect(runJobNow(ctx, { job: "daily" }, [job])).rejects.toMatchObject({ code: "conflict" });
      expect(await tx.db.select({ action: auditLog.action, subject: auditLog.subjectId }).from(auditLog)).toEqual([
        { action: "job.run_now", subject: "daily" },
      ]);
      const { queue, sent } = keepingQueue();
      await tick(ctx, [job], queue);
      const manual = [...sent.values()].find(({ trigger }) => trigger === "manual");
      expect(manual?.asOf).toEqual(testNow);
      await runJob(ctx, [job], manual?.id ?? "");
      expect(seen).toEqual([testNow]);
      await expect(runJobNow(ctx, { job: "unknown" }, [job])).rejects.toMatchObject({ code: "absent" });
    }));

  test("sees of each job its last run, its next one and its failures", () =>
    inRolledBackTx(async (tx) => {
      const [one, two] = [countingJob("one").job, countingJob("two").job];
      const row = (job: string, days: number, state: "failed" | "succeeded") => ({
        job,
        asOf: later(testNow, -24 * days),
        trigger: "schedule" as const,
        state,
        startedAt: later(testNow, -24 * days),
        error: state === "failed" ? "why" : null,
      });
      await tx.db.insert(jobRuns).values([row("one", 45, "failed"), row("one", 2, "failed"), row("one", 1, "succeeded")]);
      const ctx = { ...tx, ...administrator };
      expect(await listJobs(ctx, [one, two, { ...two, name: "hidden", continuous: true }])).toEqual([
        expect.objectContaining({
          name: "one",
          failures: 1,
          nextAt: at("2026-11-22T02:15:00Z"),
          lastRun: expect.objectContaining({ state: "succeeded" }),
        }),
        expect.objectContaining({ name: "two", failures: 0, lastRun: null }),
      ]);
      expect((await listJobRuns(ctx, { job: "one" })).map(({ state }) => state)).toEqual(["succeeded", "failed", "failed"]);
    }));

  test("is the only one who may", () =>
    inRolledBackTx(async (tx) => {
      const { job } = countingJob("daily");
      for (const actor of [{ kind: "visitor" } as const, person(), person("manager", "iel_manager", "course_author")]) {
        await expect(runJobNow({ ...tx, actor }, { job: "daily" }, [job])).rejects.toMatchObject({ code: "forbidden" });
        await expect(listJobs({ ...tx, actor }, [job])).rejects.toMatchObject({ code: "forbidden" });
        await expect(listJobRuns({ ...tx, actor })).rejects.toMatchObject({ code: "forbidden" });
      }
      expect(await tx.db.select().from(jobRuns)).toEqual([]);
    }));
});

test("TR-03 old runs are forgotten, but never the last hour of a job, from which the next ones are counted", () =>
  inRolledBackTx(async (tx) => {
    const row = (job: string, days: number, trigger: "schedule" | "manual" = "schedule") => ({
      job,
      asOf: later(testNow, -24 * days),
      trigger,
      state: "succeeded" as const,
      startedAt: testNow,
    });
    await tx.db
      .insert(jobRuns)
      .values([row("often", 200), row("often", 10), row("rare", 300), row("rare", 200), row("rare", 150, "manual")]);
    expect(await purgeJobRunsJob.run(tx, { asOf: testNow })).toEqual({ erased: 3 });
    const left = await tx.db.select({ job: jobRuns.job, asOf: jobRuns.asOf }).from(jobRuns).orderBy(asc(jobRuns.job));
    expect(left).toEqual([
      { job: "often", asOf: later(testNow, -240) },
      { job: "rare", asOf: later(testNow, -4800) },
    ]);
    expect(await tx.db.select().from(jobRuns).where(eq(jobRuns.trigger, "manual"))).toEqual([]);
  }));
