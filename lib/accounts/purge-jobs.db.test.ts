import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { loginSessions, mailedLinks } from "@/db/schema/access";
import { registrationRequests } from "@/db/schema/accounts";
import { auditLog } from "@/db/schema/platform";
import { makeAccount, makeSession } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import type { Job } from "@/lib/jobs/job";
import { purgeAuditJob } from "./purge-audit-job";
import { purgeLinksJob } from "./purge-links-job";
import { purgeSessionsJob } from "./purge-sessions-job";
import { purgeRequestsJob } from "./registration/purge-requests-job";

const later = (tx: TxCtx, days: number) => new Date(tx.now.getTime() + days * 86_400_000);
const run = (job: Job, tx: TxCtx, days: number) => job.run(tx, { asOf: later(tx, days) });

test("MC-07 a sign-up not confirmed in 72 hours is deleted; one still in time stays", () =>
  inRolledBackTx(async (tx) => {
    const person = {
      application: "compte",
      civility: "m",
      firstName: "Ali",
      lastName: "Noé",
      passwordHash: "x",
      createdAt: tx.now,
    } as const;
    await tx.db.insert(registrationRequests).values([
      { ...person, address: "old@example.org", canonical: "old@example.org", expiresAt: later(tx, 3) },
      { ...person, address: "new@example.org", canonical: "new@example.org", expiresAt: later(tx, 4) },
    ]);
    expect(await run(purgeRequestsJob, tx, 3.5)).toEqual({ requests: 1 });
    expect(await run(purgeRequestsJob, tx, 3.5)).toEqual({ requests: 0 });
    expect(await tx.db.select({ address: registrationRequests.address }).from(registrationRequests)).toEqual([
      { address: "new@example.org" },
    ]);
  }));

test("MC-07 an expired link keeps its address for a week, its state for a month, then goes", () =>
  inRolledBackTx(async (tx) => {
    await tx.db.insert(mailedLinks).values({
      purpose: "confirm_registration",
      subjectId: "018f0000-0000-7000-8000-000000000001",
      address: "ali@example.org",
      payload: { accountId: "x" },
      tokenHash: "t",
      codeHash: "c",
      createdAt: tx.now,
      expiresAt: later(tx, 3),
    });
    const read = async () => (await tx.db.select().from(mailedLinks))[0];
    expect(await run(purgeLinksJob, tx, 9)).toEqual({ addressesErased: 0, linksErased: 0 });
    expect((await read())?.address).toBe("ali@example.org");
    expect(await run(purgeLinksJob, tx, 11)).toEqual({ addressesErased: 1, linksErased: 0 });
    expect(await read()).toMatchObject({ address: "", payload: {}, codeHash: null });
    expect(await run(purgeLinksJob, tx, 11)).toEqual({ addressesErased: 0, linksErased: 0 });
    expect(await run(purgeLinksJob, tx, 34)).toEqual({ addressesErased: 0, linksErased: 1 });
    expect(await read()).toBeUndefined();
  }));

test("MC-12 a session that ran out is noted as such; a year after its end its device and address are erased", () =>
  inRolledBackTx(async (tx) => {
    const { accountId } = await makeAccount(tx);
    const short = await makeSession(tx, accountId);
    const long = await makeSession(tx, accountId, { expiresAt: later(tx, 30) });
    expect(await run(purgeSessionsJob, tx, 1)).toEqual({ expired: 1, erased: 0 });
    const [row] = await tx.db.select().from(loginSessions).where(eq(loginSessions.id, short));
    expect(row).toMatchObject({ endReason: "expired", endedAt: row?.expiresAt });
    expect(await run(purgeSessionsJob, tx, 1)).toEqual({ expired: 0, erased: 0 });
    expect(await run(purgeSessionsJob, tx, 380)).toEqual({ expired: 1, erased: 1 });
    expect(await tx.db.select({ id: loginSessions.id }).from(loginSessions)).toEqual([{ id: long }]);
  }));

test("AD-13 lines of the audit log older than the setting leave; what is under six months old never does", () =>
  inRolledBackTx(async (tx) => {
    const line = { actorKind: "visitor", action: "test.purge", requestId: "test" };
    await tx.db.insert(auditLog).values([
      { ...line, at: sql`now() - interval '13 months'` },
      { ...line, at: sql`now() - interval '7 months'` },
      { ...line, at: sql`now() - interval '1 month'` },
    ]);
    const count = async () => (await tx.db.select().from(auditLog).where(eq(auditLog.action, "test.purge"))).length;
    const asOf = new Date();
    expect(await purgeAuditJob.run(tx, { asOf })).toEqual({ lines: 1 });
    expect(await purgeAuditJob.run(tx, { asOf })).toEqual({ lines: 0 });
    expect(await count()).toBe(2);
    const inTenYears = new Date(asOf.getTime() + 3650 * 86_400_000);
    expect(await purgeAuditJob.run(tx, { asOf: inTenYears })).toEqual({ lines: 1 });
    expect(await count()).toBe(1);
  }));
