import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { copyTemplate } from "@/db/testing/worker-database";
import { systemClock } from "@/lib/core/clock";
import { queueSignUps, readMails } from "./testing/outbox-story";
import { startResendDouble } from "./testing/resend-double";
import { startSmtpDouble } from "./testing/smtp-double";

/** Two are the least: one while the worker waits for the answer, one while it writes it down. */
const kills = process.env["LONG"] === "1" ? 200 : 2;
/** Written before each kill, so that there is always work to be killed in. */
const mailsPerKill = 8;
const limit = 60_000 + kills * 6_000;

/** A worker process on this database; `settings` name the mail server. */
function startWorker(databaseUrl: string, settings: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "testing/drain-process.ts")], {
    env: { ...process.env, ...settings, DATABASE_URL: databaseUrl, VITEST: "" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

interface Double {
  nextTaking(): Promise<void>;
  mode: string;
}

/** Kills worker after worker, each at an instant when the server just took a mail; the last one ends its work. */
async function killOverAndOver(db: Database, start: () => ChildProcess, double: Double): Promise<void> {
  for (let kill = 0; kill < kills; kill++) {
    await queueSignUps(db, mailsPerKill, systemClock.now(), kill * mailsPerKill);
    // In turn: while it waits for the answer, and while it writes down that the mail is out.
    double.mode = kill % 2 === 0 ? "hang_after_accept" : "ok";
    const worker = start();
    const ended = once(worker, "exit");
    for (let taken = 0; taken <= (kill % 2) * (kill % 3); taken++) await double.nextTaking();
    worker.kill("SIGKILL");
    await ended;
  }
  double.mode = "ok";
  const [code] = await once(start(), "exit");
  expect(code).toBe(0);
}

async function onOutbox(name: string, story: (given: { url: string; db: Database }) => Promise<void>): Promise<void> {
  const url = await copyTemplate(`kill_${name}_${process.pid}`);
  const { sql, db } = connect(url, { max: 2 });
  try {
    await story({ url, db });
  } finally {
    await sql.end();
  }
}

test(`TR-01 the worker is killed ${kills} times: every mail is out through Resend, each once`, { timeout: limit }, () =>
  onOutbox("resend", async ({ url, db }) => {
    const double = await startResendDouble();
    try {
      await killOverAndOver(db, () => startWorker(url, { RESEND_BASE_URL: double.url }), double);
      const mails = await readMails(db);
      expect(mails.map(({ state }) => state)).toEqual(mails.map(() => "sent"));
      expect(mails.map(({ id }) => double.accepted.get(id))).toEqual(mails.map(() => 1));
      expect(mails).toHaveLength(kills * mailsPerKill);
    } finally {
      await double.close();
    }
  }),
);

test(
  `TR-01 the worker is killed ${kills} times: no mail reaches anybody twice over SMTP, and those in doubt are shown`,
  { timeout: limit },
  () =>
    onOutbox("smtp", async ({ url, db }) => {
      const double = await startSmtpDouble();
      try {
        await killOverAndOver(db, () => startWorker(url, { SMTP_URL: double.url }), double);
        const mails = await readMails(db);
        const times = (id: string) => double.accepted.get(`<${id}@mon-compte.example>`) ?? 0;
        expect(mails.filter(({ id }) => times(id) > 1)).toEqual([]);
        expect(mails.filter(({ state }) => state !== "sent" && state !== "uncertain")).toEqual([]);
        expect(mails.filter(({ id, state }) => state === "sent" && times(id) !== 1)).toEqual([]);
        expect(mails.some(({ state }) => state === "uncertain")).toBe(true);
      } finally {
        await double.close();
      }
    }),
);
