import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { testCtx } from "@/db/testing/rollback";
import { clusterUrl, copyTemplate } from "@/db/testing/worker-database";
import { localStore } from "@/lib/files/stores/local-store";
import { type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { startSmtpDouble } from "@/lib/mail/testing/smtp-double";
import { checkInstallation, type ToCheck } from "./check-installation";
import { checkTransport } from "./check-transport";

const name = `check_${process.pid}`;
let opened: ReturnType<typeof connect>;
let tools: TestFiles;
beforeEach(async () => {
  opened = connect(await copyTemplate(name), { max: 1 });
  tools = await testFiles();
});
afterEach(async () => {
  await opened.sql.end();
  await tools.clean();
});

/** What is wrong, by name; the clock of the context is the real one, as the command's. */
async function wrongIn(db: Database, over: Partial<ToCheck> = {}): Promise<Readonly<Record<string, string>>> {
  const findings = await checkInstallation(testCtx(db, { now: new Date() }), { ownerUrl: clusterUrl(name), tools, transport: {}, ...over });
  expect(findings.map((finding) => finding.name)).toEqual([
    "configuration",
    "database",
    "migrations",
    "extensions",
    "privileges",
    "clock",
    "file store",
    "virus scanner",
    "mail",
    "worker",
  ]);
  return Object.fromEntries(findings.filter(({ ok }) => !ok).map((finding) => [finding.name, finding.detail]));
}

const asOwner = (statement: string) => opened.sql.begin((tx) => tx.unsafe(`set local role none; ${statement}`));

test("TR-51 in a sound installation everything is in order, but for a worker that never came", async () => {
  expect(await wrongIn(opened.db)).toEqual({ worker: expect.stringContaining("no worker") });
  await opened.db.execute(sql`update pgboss.queue set monitor_claim_on = now()`);
  expect(await wrongIn(opened.db)).toEqual({});
});

test("TR-51 each thing that is wrong is told apart", async () => {
  await opened.db.execute(sql`update pgboss.queue set monitor_claim_on = now() - interval '10 minutes'`);
  await asOwner("revoke update on mails from espaces_app; grant update on audit_log to espaces_app");
  await asOwner("delete from drizzle.__drizzle_migrations");
  const broken = await testFiles({ store: localStore("/dev/null/files") });
  expect(await wrongIn(opened.db, { tools: broken, transport: { SMTP_URL: "smtp://127.0.0.1:1" } })).toEqual({
    migrations: expect.stringContaining("0 applied"),
    privileges: expect.stringContaining("mails"),
    "file store": expect.any(String),
    mail: expect.stringContaining("ECONNREFUSED"),
    worker: expect.stringContaining("10 minutes"),
  });
  await asOwner("grant update on mails to espaces_app");
  expect(await wrongIn(opened.db)).toMatchObject({ privileges: expect.stringContaining("audit log") });
  await broken.clean();
});

test("TR-51 the mail server is asked, and nothing is sent", async () => {
  const double = await startSmtpDouble();
  expect(await checkTransport({ SMTP_URL: double.url })).toContain("answers");
  double.mode = "down";
  await expect(checkTransport({ SMTP_URL: double.url })).rejects.toThrow();
  expect(double.accepted.size).toBe(0);
  await double.close();
});
