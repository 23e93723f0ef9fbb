import { expect, test } from "vitest";
import { jobRuns, mails } from "@/db/schema/platform";
import { makeAccount, makeSession } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { connect } from "@/db/client";
import { testCtx } from "@/db/testing/rollback";
import { isDatabaseReady } from "./is-database-ready";
import { readMetrics } from "./read-metrics";

const minutesAgo = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000);

test("TR-50 the metrics count mails by state, the oldest that waits, failed jobs and live sessions", () =>
  inRolledBackTx(async (tx) => {
    const mail = (cause: string, minutes: number, state: "queued" | "failed") => ({
      kind: "k",
      cause,
      toAddress: "a@example.org",
      subject: "s",
      props: {},
      state,
      nextAttemptAt: minutesAgo(tx.now, minutes),
      createdAt: minutesAgo(tx.now, minutes),
    });
    await tx.db
      .insert(mails)
      .values([mail("one", 5, "queued"), mail("two", 2, "queued"), mail("later", -30, "queued"), mail("lost", 90, "failed")]);
    await tx.db.insert(jobRuns).values([
      { job: "sweep", asOf: minutesAgo(tx.now, 10), trigger: "schedule", state: "failed", startedAt: minutesAgo(tx.now, 10) },
      { job: "sweep", asOf: minutesAgo(tx.now, 3_000), trigger: "schedule", state: "failed", startedAt: minutesAgo(tx.now, 3_000) },
    ]);
    const { accountId } = await makeAccount(tx);
    await makeSession(tx, accountId);
    await makeSession(tx, accountId, { endedAt: tx.now, endReason: "revoked" });
    await makeSession(tx, accountId, { expiresAt: minutesAgo(tx.now, 1) });
    const lines = (await readMetrics(tx)).split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        'espaces_mails{state="queued"} 3',
        'espaces_mails{state="failed"} 1',
        'espaces_mails{state="sent"} 0',
        "espaces_oldest_queued_mail_seconds 300",
        'espaces_job_failures{job="sweep"} 1',
        "espaces_live_sessions 1",
        "espaces_worker_pulse_seconds -1",
      ]),
    );
    expect(lines.some((line) => line.startsWith("process_cpu_seconds_total"))).toBe(true);
  }));

test("TR-50 readiness asks the database each time: no answer, not ready", async () => {
  await inRolledBackTx(async (tx) => {
    expect(await isDatabaseReady(tx)).toBe(true);
  });
  const nobody = connect("postgres://x:y@127.0.0.1:1/none", { max: 1 });
  expect(await isDatabaseReady(testCtx(nobody.db))).toBe(false);
  await nobody.sql.end({ timeout: 0 });
});
