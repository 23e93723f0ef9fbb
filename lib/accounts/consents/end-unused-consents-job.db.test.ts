import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { appConsents } from "@/db/schema/accounts";
import { auditLog, mails } from "@/db/schema/platform";
import { makeAccount } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { endUnusedConsentsJob } from "./end-unused-consents-job";

const day = (text: string) => new Date(`${text}T04:20:00Z`);
const run = (tx: TxCtx, asOf: string) =>
  endUnusedConsentsJob.run({ ...tx, now: day(asOf), actor: { kind: "system", name: "test" } }, { asOf: day(asOf) });

async function consentUsedOn(tx: TxCtx, lastUsed: string, secondaryAddress?: string) {
  const { accountId, address } = await makeAccount(tx, secondaryAddress === undefined ? {} : { secondaryAddress });
  await tx.db.insert(appConsents).values({
    accountId,
    application: "gestion",
    scopes: ["address"],
    mode: "always",
    decidedAt: day(lastUsed),
    lastUsedAt: day(lastUsed),
  });
  return { accountId, address, read: async () => (await tx.db.select().from(appConsents).where(eq(appConsents.accountId, accountId)))[0] };
}

test("MC-13 a consent unused for 11 months is told by mail; a month later, still unused, it ends", () =>
  inRolledBackTx(async (tx) => {
    const { accountId, address, read } = await consentUsedOn(tx, "2026-01-10");
    expect(await run(tx, "2026-12-09")).toEqual({ warned: 0, ended: 0 });
    expect(await run(tx, "2026-12-10")).toEqual({ warned: 1, ended: 0 });
    expect(await run(tx, "2026-12-10")).toEqual({ warned: 0, ended: 0 });
    const [mail] = await tx.db.select().from(mails).where(eq(mails.accountId, accountId));
    expect(mail).toMatchObject({
      kind: "consent-ending",
      toAddress: address,
      props: { application: "Gestion", unusedFor: "12 mois", endsOn: "10 janvier 2027" },
    });
    expect(await run(tx, "2027-01-10")).toEqual({ warned: 0, ended: 1 });
    expect(await read()).toMatchObject({ endReason: "unused", endedAt: day("2027-01-10") });
    expect(await tx.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.accountId, accountId))).toEqual([
      { action: "consent.unused" },
    ]);
    expect(await run(tx, "2027-01-11")).toEqual({ warned: 0, ended: 0 });
  }));

test("MC-13 a consent never ends before its owner was told for a month, even when the job did not run for years", () =>
  inRolledBackTx(async (tx) => {
    const { accountId, read } = await consentUsedOn(tx, "2023-01-10");
    expect(await run(tx, "2026-12-10")).toEqual({ warned: 1, ended: 0 });
    const [mail] = await tx.db.select().from(mails).where(eq(mails.accountId, accountId));
    expect(mail?.props).toMatchObject({ endsOn: "10 janvier 2027" });
    expect(await run(tx, "2027-01-09")).toEqual({ warned: 0, ended: 0 });
    expect(await run(tx, "2027-01-10")).toEqual({ warned: 0, ended: 1 });
    expect((await read())?.endedAt).toEqual(day("2027-01-10"));
  }));

test("MC-13 MC-21 the warning goes to the secondary address when there is one", () =>
  inRolledBackTx(async (tx) => {
    const { accountId } = await consentUsedOn(tx, "2026-01-10", "second@example.org");
    await run(tx, "2026-12-11");
    expect(await tx.db.select({ to: mails.toAddress }).from(mails).where(eq(mails.accountId, accountId))).toEqual([
      { to: "second@example.org" },
    ]);
  }));

test("MC-13 a consent used again after the warning does not end", () =>
  inRolledBackTx(async (tx) => {
    const { accountId, read } = await consentUsedOn(tx, "2026-01-10");
    await run(tx, "2026-12-11");
    await tx.db
      .update(appConsents)
      .set({ lastUsedAt: day("2026-12-20"), warnedAt: null })
      .where(eq(appConsents.accountId, accountId));
    expect(await run(tx, "2027-01-12")).toEqual({ warned: 0, ended: 0 });
    expect((await read())?.endedAt).toBeNull();
  }));
