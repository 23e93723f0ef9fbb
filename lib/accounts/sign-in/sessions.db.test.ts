import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { loginSessions } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { makeAccount } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import { endSessions } from "@/lib/accounts/sessions/end-sessions";
import { openSession } from "@/lib/accounts/sessions/open-session";
import { readActor } from "@/lib/accounts/sessions/read-actor";
import { signOut } from "@/lib/accounts/sessions/sign-out";
import { takeOverSession } from "@/lib/accounts/sessions/take-over-session";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";

const hours = (count: number) => count * 3_600_000;
const at = (tx: TxCtx, milliseconds: number): TxCtx => ({ ...tx, now: new Date(tx.now.getTime() + milliseconds) });

async function live(tx: TxCtx, remember = false): Promise<{ accountId: string; sessionId: string }> {
  const { accountId } = await makeAccount(tx);
  const { ticket } = await openSession(tx, { accountId, remember, withSecondFactor: false });
  const taken = await takeOverSession(tx, { ticket });
  if (taken === null) throw new Error("ticket refused");
  return { accountId, ...taken };
}

describe("MC-12 how long a session lasts", () => {
  test("MC-12 eight hours without a page: it is over; a page in between starts the eight hours again", () =>
    inRolledBackTx(async (tx) => {
      const { sessionId } = await live(tx);
      expect(await readActor(at(tx, hours(7.9)), sessionId)).not.toBeNull();
      expect(await readActor(at(tx, hours(15.8)), sessionId)).not.toBeNull();
      expect(await readActor(at(tx, hours(15.8 + 8)), sessionId)).toBeNull();
    }));

  test("MC-12 never used again, it is over after eight hours to the second", () =>
    inRolledBackTx(async (tx) => {
      const { sessionId } = await live(tx);
      expect(await readActor(at(tx, hours(8)), sessionId)).toBeNull();
    }));

  test("MC-12 with « Rester connecté »: thirty days", () =>
    inRolledBackTx(async (tx) => {
      const { sessionId } = await live(tx, true);
      expect(await readActor(at(tx, hours(24 * 29.9)), sessionId)).not.toBeNull();
      expect(await readActor(at(tx, hours(24 * 29.9) + hours(24 * 30)), sessionId)).toBeNull();
    }));
});

describe("MC-12 ending a session", () => {
  test("MC-12 revoked elsewhere, it is refused at its next request", () =>
    inRolledBackTx(async (tx) => {
      const { accountId, sessionId } = await live(tx);
      expect(await readActor(tx, sessionId)).toMatchObject({ accountId, sessionId });
      await endSessions(tx, { accountId, reason: "revoked" });
      expect(await readActor(tx, sessionId)).toBeNull();
    }));

  test("MC-12 a changed password ends all others and keeps the one where it was changed", () =>
    inRolledBackTx(async (tx) => {
      const { accountId, sessionId } = await live(tx);
      const { ticket } = await openSession(tx, { accountId, remember: true, withSecondFactor: false });
      const other = await takeOverSession(tx, { ticket });
      expect(await endSessions(tx, { accountId, except: sessionId, reason: "password_changed" })).toBe(1);
      expect(await readActor(tx, sessionId)).not.toBeNull();
      expect(await readActor(tx, other?.sessionId ?? "")).toBeNull();
    }));

  test("MC-12 signing out ends this session only", () =>
    inRolledBackTx(async (tx) => {
      const { accountId, sessionId } = await live(tx);
      const { ticket } = await openSession(tx, { accountId, remember: false, withSecondFactor: false });
      const other = await takeOverSession(tx, { ticket });
      const actor = await readActor(tx, sessionId);
      if (actor === null) throw new Error("no actor");
      await signOut({ ...tx, actor });
      expect(await readActor(tx, sessionId)).toBeNull();
      expect(await readActor(tx, other?.sessionId ?? "")).not.toBeNull();
    }));

  test("MC-12 the sessions of a blocked or closed account stop at once", () =>
    inRolledBackTx(async (tx) => {
      const { accountId, sessionId } = await live(tx);
      await tx.db.update(accounts).set({ blockedAt: tx.now }).where(eq(accounts.id, accountId));
      expect(await readActor(tx, sessionId)).toBeNull();
      await tx.db.update(accounts).set({ blockedAt: null, closedAt: tx.now }).where(eq(accounts.id, accountId));
      expect(await readActor(tx, sessionId)).toBeNull();
    }));

  test("MC-12 a session number that nobody gave opens nothing", () =>
    inRolledBackTx(async (tx) => {
      for (const number of ["", "x", "00000000-0000-0000-0000-000000000000", "' or 1=1 --".padEnd(36, "x")])
        expect(await readActor(tx, number)).toBeNull();
    }));
});

describe("MC-12 the ticket between signing in and the browser", () => {
  const opened = async (ctx: Ctx): Promise<string> => {
    const { accountId } = await makeAccount(ctx);
    return withTx(ctx, async (tx) => (await openSession(tx, { accountId, remember: false, withSecondFactor: false })).ticket);
  };

  test("MC-12 it works once", () =>
    inRolledBackTx(async (tx) => {
      const ticket = await opened(tx);
      expect(await takeOverSession(tx, { ticket })).not.toBeNull();
      expect(await takeOverSession(tx, { ticket })).toBeNull();
    }));

  test("MC-12 nor after two minutes, nor for a session ended meanwhile; until taken, the session opens nothing", () =>
    inRolledBackTx(async (tx) => {
      const ticket = await opened(tx);
      const [session] = await tx.db.select({ id: loginSessions.id, stored: loginSessions.ticketHash }).from(loginSessions);
      expect(session?.stored).not.toContain(ticket);
      expect(await readActor(tx, session?.id ?? "")).toBeNull();
      expect(await takeOverSession(at(tx, 121_000), { ticket })).toBeNull();
      await tx.db.update(loginSessions).set({ endedAt: tx.now, endReason: "revoked" });
      expect(await takeOverSession(tx, { ticket })).toBeNull();
    }));

  test("MC-12 taken by two browsers at once, it serves one", () =>
    onCommittedCopy("ticket_race", async (db) => {
      const ticket = await opened(testCtx(db));
      const taken = await Promise.all(Array.from({ length: 6 }, () => takeOverSession(testCtx(db), { ticket })));
      expect(taken.filter((session) => session !== null)).toHaveLength(1);
    }));
});
