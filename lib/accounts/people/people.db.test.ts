import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loginSessions, mailedLinks } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { auditLog, mails } from "@/db/schema/platform";
import { makeAccount, makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import { undoMainChange } from "@/lib/accounts/addresses/undo-main-change";
import { issueLink } from "@/lib/accounts/links/issue-link";
import { issueReset } from "@/lib/accounts/passwords/send-reset";
import { readActor } from "@/lib/accounts/sessions/read-actor";
import type { SignedIn, TxCtx } from "@/lib/core/ctx";
import { blockAccount } from "./block-account";
import { readBlocked } from "./read-blocked";
import { readPerson } from "./read-person";
import { readPersonMails } from "./read-person-mails";
import { blockAccountInput, personInput } from "./schemas";
import { signOutPerson } from "./sign-out-person";
import { unblockAccount } from "./unblock-account";

const reason = "Connexions inhabituelles";
const nobody = "00000000-0000-4000-8000-00000000ffff";

async function asAdministrator(tx: TxCtx): Promise<TxCtx & { actor: SignedIn }> {
  return { ...tx, actor: await makeSignedIn(tx, { role: "administrator", firstName: "Hélène", lastName: "Vasseur" }) };
}
const asOthers = async (tx: TxCtx) => [
  { kind: "visitor" as const },
  await makeSignedIn(tx),
  await makeSignedIn(tx, { role: "iel_manager" }),
  await makeSignedIn(tx, { role: "course_author" }),
];
const linesAbout = (tx: TxCtx, accountId: string) =>
  tx.db
    .select({ action: auditLog.action, actorId: auditLog.actorId, details: auditLog.details })
    .from(auditLog)
    .where(eq(auditLog.accountId, accountId))
    .orderBy(auditLog.id);
const mailsTo = (tx: TxCtx, accountId: string) =>
  tx.db.select({ kind: mails.kind, props: mails.props }).from(mails).where(eq(mails.accountId, accountId)).orderBy(mails.kind);

describe("AD-10 the administrator blocks a person", () => {
  test("AD-10 MC-20 links already in their mailbox stop working, and say why", () =>
    inRolledBackTx(async (plain) => {
      const tx = await asAdministrator(plain);
      const { accountId } = await makeAccount(tx, { firstName: "Marc" });
      await issueReset(tx, { accountId });
      await blockAccount(tx, { accountId, reason });
      const [link] = await tx.db
        .select({ voidedAt: mailedLinks.voidedAt, voidReason: mailedLinks.voidReason })
        .from(mailedLinks)
        .where(eq(mailedLinks.subjectId, accountId));
      expect(link).toEqual({ voidedAt: tx.now, voidReason: "account_blocked" });
    }));

  test("AD-10 MC-20 MC-22 nothing changes from a mailbox while the account is blocked; the owner’s undo link serves once it is open again", () =>
    inRolledBackTx(async (plain) => {
      const tx = await asAdministrator(plain);
      const { accountId } = await makeAccount(tx, { firstName: "Marc" });
      const { url } = await issueLink(tx, {
        purpose: "undo_change",
        subjectId: randomUUID(),
        address: "marc.avant@exemple.fr",
        expiresAt: new Date(tx.now.getTime() + 3_600_000),
        payload: { accountId },
      });
      const token = url.split("/").at(-1) ?? "";
      await blockAccount(tx, { accountId, reason });
      await expect(undoMainChange(tx, { token })).rejects.toMatchObject({
        code: "forbidden",
        message: expect.stringContaining("bloqué") as string,
      });
      await unblockAccount(tx, { accountId });
      await expect(undoMainChange(tx, { token })).resolves.toHaveProperty("resetPath");
    }));

  test("MC-12 AD-10 a session left open asks for the password again before anybody's access changes", () =>
    inRolledBackTx(async (plain) => {
      const tx = await asAdministrator(plain);
      const { accountId } = await makeAccount(tx, { firstName: "Marc" });
      const late = { ...tx, actor: { ...tx.actor, provedAt: new Date(testNow.getTime() - 16 * 60_000) } };
      const askAgain = expect.objectContaining({ code: "unauthenticated" });
      await expect(blockAccount(late, { accountId, reason })).rejects.toEqual(askAgain);
      await expect(unblockAccount(late, { accountId })).rejects.toEqual(askAgain);
      await expect(signOutPerson(late, { accountId })).rejects.toEqual(askAgain);
    }));

  test("who is out at their next request, is told why, and comes back when unblocked", () =>
    inRolledBackTx(async (plain) => {
      const tx = await asAdministrator(plain);
      const { accountId } = await makeAccount(tx, { firstName: "Marc" });
      const sessionId = await makeSession(tx, accountId);
      expect(await readActor(tx, sessionId)).not.toBeNull();

      expect(await blockAccount(tx, { accountId, reason })).toEqual({ endedSessions: 1 });
      expect(await readActor(tx, sessionId)).toBeNull();
      expect(await readPerson(tx, accountId)).toMatchObject({ blockedAt: testNow, blockedReason: reason });
      expect((await linesAbout(tx, accountId))[0]).toEqual({
        action: "account.block",
        actorId: tx.actor.accountId,
        details: { reason, endedSessions: 1 },
      });
      expect(await mailsTo(tx, accountId)).toEqual([{ kind: "account-blocked", props: { firstName: "Marc", reason } }]);

      await unblockAccount(tx, { accountId });
      expect(await readPerson(tx, accountId)).toMatchObject({ blockedAt: null, blockedReason: null });
      expect(await readActor(tx, await makeSession(tx, accountId))).not.toBeNull();
      expect((await linesAbout(tx, accountId)).map(({ action }) => action)).toContain("account.unblock");
      expect((await mailsTo(tx, accountId)).map(({ kind }) => kind)).toEqual(["account-blocked", "account-unblocked"]);
    }));

  test("not themselves, not twice, not somebody who does not exist or has closed their account", () =>
    inRolledBackTx(async (plain) => {
      const tx = await asAdministrator(plain);
      await makeSignedIn(tx, { role: "administrator" });
      await expect(blockAccount(tx, { accountId: tx.actor.accountId, reason })).rejects.toMatchObject({ code: "forbidden" });
      const { accountId } = await makeAccount(tx);
      await expect(unblockAccount(tx, { accountId })).rejects.toMatchObject({ code: "conflict" });
      await blockAccount(tx, { accountId, reason });
      await expect(blockAccount(tx, { accountId, reason })).rejects.toMatchObject({ code: "conflict" });
      await tx.db.update(accounts).set({ closedAt: testNow }).where(eq(accounts.id, accountId));
      for (const id of [accountId, nobody]) {
        await expect(blockAccount(tx, { accountId: id, reason })).rejects.toMatchObject({ code: "absent" });
        await expect(unblockAccount(tx, { accountId: id })).rejects.toMatchObject({ code: "absent" });
        await expect(signOutPerson(tx, { accountId: id })).rejects.toMatchObject({ code: "absent" });
        await expect(readPerson(tx, id)).rejects.toMatchObject({ code: "absent" });
      }
    }));

  test("and of two administrators who block each other at the same instant, one stays in", () =>
    onCommittedCopy("block_each_other", async (db) => {
      const ctx = testCtx(db);
      const [one, other] = await db.transaction(async (inner) => {
        const tx = { ...testCtx(inner), inTransaction: true } as TxCtx;
        return [await makeSignedIn(tx, { role: "administrator" }), await makeSignedIn(tx, { role: "administrator" })] as const;
      });
      const results = await Promise.allSettled([
        blockAccount({ ...ctx, actor: one }, { accountId: other.accountId, reason }),
        blockAccount({ ...ctx, actor: other }, { accountId: one.accountId, reason }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    }));
});

test("AD-10 signing a person out everywhere ends all their sessions; of oneself, all but the one in use", () =>
  inRolledBackTx(async (plain) => {
    const tx = await asAdministrator(plain);
    const { accountId } = await makeAccount(tx);
    const theirs = [await makeSession(tx, accountId), await makeSession(tx, accountId)];
    expect(await signOutPerson(tx, { accountId })).toEqual({ endedSessions: 2 });
    for (const session of theirs) expect(await readActor(tx, session)).toBeNull();
    expect((await linesAbout(tx, accountId))[0]).toMatchObject({ action: "session.end_all", details: { endedSessions: 2 } });

    await makeSession(tx, tx.actor.accountId);
    expect(await signOutPerson(tx, { accountId: tx.actor.accountId })).toEqual({ endedSessions: 1 });
    const [own] = await tx.db
      .select({ endedAt: loginSessions.endedAt })
      .from(loginSessions)
      .where(and(eq(loginSessions.id, tx.actor.sessionId)));
    expect(own).toEqual({ endedAt: null });
  }));

test("AD-10 nobody but an administrator sees or changes a person, and nothing is changed nor told", () =>
  inRolledBackTx(async (tx) => {
    const { accountId } = await makeAccount(tx);
    const session = await makeSession(tx, accountId);
    for (const actor of await asOthers(tx)) {
      const other = { ...tx, actor };
      await expect(readPerson(other, accountId)).rejects.toMatchObject({ code: "forbidden" });
      await expect(blockAccount(other, { accountId, reason })).rejects.toMatchObject({ code: "forbidden" });
      await expect(unblockAccount(other, { accountId })).rejects.toMatchObject({ code: "forbidden" });
      await expect(signOutPerson(other, { accountId })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await readActor(tx, session)).not.toBeNull();
    expect(await linesAbout(tx, accountId)).toEqual([]);
    expect(await mailsTo(tx, accountId)).toEqual([]);
  }));

test("AD-10 a person's page tells who they are and how they sign in, never the password, and the look is in the log", () =>
  inRolledBackTx(async (plain) => {
    const tx = await asAdministrator(plain);
    const { accountId, address } = await makeAccount(tx, { firstName: "Marc", lastName: "Lambert" });
    await makeSession(tx, accountId, { device: "Safari sur iPhone" });
    const seen = await readPerson(tx, accountId);
    expect(seen).toMatchObject({ firstName: "Marc", lastName: "Lambert", roles: [], factors: { totp: null, passkeys: [] } });
    expect(seen.addresses).toMatchObject([{ kind: "main", address }]);
    expect(seen.signIns).toMatchObject([{ device: "Safari sur iPhone", endReason: null }]);
    const [row] = await tx.db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, accountId));
    expect(JSON.stringify(seen)).not.toContain(row?.hash);
    expect(JSON.stringify(seen)).not.toMatch(/passwordHash|argon2/u);
    expect(await linesAbout(tx, accountId)).toEqual([{ action: "account.read", actorId: tx.actor.accountId, details: {} }]);
  }));

test("AD-10 an address of the site with anything but an identifier is a missing page", () =>
  inRolledBackTx(async (plain) => {
    const tx = await asAdministrator(plain);
    for (const id of ["", "1", "../comptes", "x".repeat(36), "-".repeat(36)])
      await expect(readPerson(tx, id)).rejects.toMatchObject({ code: "absent" });
  }));

test("AD-10 a person's page lists the mails written to them, newest first; AD-01 the dashboard counts blocked accounts, with the oldest", () =>
  inRolledBackTx(async (plain) => {
    const tx = await asAdministrator(plain);
    expect(await readBlocked(tx)).toEqual({ count: 0, oldest: null });
    const { accountId } = await makeAccount(tx);
    const earlier = new Date(testNow.getTime() - 60_000);
    await blockAccount({ ...tx, now: earlier }, { accountId, reason });
    expect(await readBlocked(tx)).toEqual({ count: 1, oldest: earlier });
    await unblockAccount(tx, { accountId });
    expect((await readPersonMails(tx, accountId)).map(({ subject, state }) => [subject, state])).toEqual([
      ["Mon Compte CNFPT - Votre compte est de nouveau ouvert", "queued"],
      ["Mon Compte CNFPT - Votre compte est bloqué", "queued"],
    ]);
    const other = { ...plain, actor: await makeSignedIn(plain) };
    await expect(readPersonMails(other, accountId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(readBlocked(other)).rejects.toMatchObject({ code: "forbidden" });
  }));

test("AD-10 the forms about a person take anything without breaking, and the reason to block is a real one", () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.string({ unit: "binary" }),
    fc.constantFrom("\0", "\uD800", "x".repeat(1_000_000), "\u202Eabc"),
  );
  fc.assert(
    fc.property(anything, anything, (accountId, text) => {
      personInput.safeParse({ accountId });
      blockAccountInput.safeParse({ accountId, reason: text });
      checkReason(text);
    }),
  );
  function checkReason(text: unknown) {
    const { success, data } = blockAccountInput.safeParse({ accountId: nobody, reason: text });
    if (success) expect(data.reason.length).toBeGreaterThanOrEqual(5);
  }
  expect(blockAccountInput.safeParse({ accountId: nobody, reason: "  ok  " }).error?.issues[0]?.path).toEqual(["reason"]);
});
