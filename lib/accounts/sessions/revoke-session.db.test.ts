import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { loginSessions } from "@/db/schema/access";
import { auditLog } from "@/db/schema/platform";
import { makeAccount, makeSession, makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { TxCtx } from "@/lib/core/ctx";
import { extendSession } from "./extend-session";
import { listSessions } from "./list-sessions";
import { readActor } from "./read-actor";
import { revokeOtherSessions, revokeSession } from "./revoke-session";

const hours = (tx: TxCtx, count: number) => new Date(tx.now.getTime() + count * 3_600_000);

test("MC-12 sessions are listed with device and date: this one first and marked, none that ended", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    const phone = await makeSession(tx, actor.accountId, { device: "Safari sur iPhone", lastSeenAt: hours(tx, 1) });
    await makeSession(tx, actor.accountId, { expiresAt: hours(tx, -1) });
    await makeSession(tx, actor.accountId, { endedAt: tx.now, endReason: "signed_out" });
    await makeSession(tx, (await makeAccount(tx)).accountId);
    const listed = await listSessions({ ...tx, actor });
    expect(listed.map(({ id, current, device }) => ({ id, current, device }))).toEqual([
      { id: actor.sessionId, current: true, device: "Firefox sur Linux" },
      { id: phone, current: false, device: "Safari sur iPhone" },
    ]);
  }));

test("MC-12 a session that one revokes is over at its next request, and the log says so", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    const other = await makeSession(tx, actor.accountId);
    expect(await readActor(tx, other)).not.toBeNull();
    await revokeSession({ ...tx, actor }, { sessionId: other });
    expect(await readActor(tx, other)).toBeNull();
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.subjectId, other));
    expect(line).toMatchObject({ action: "session.revoke", accountId: actor.accountId });
    await expect(revokeSession({ ...tx, actor }, { sessionId: other })).rejects.toMatchObject({ code: "absent" });
  }));

test("MC-12 somebody else's session answers as a missing one and stays alive", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    const theirs = await makeSession(tx, (await makeAccount(tx)).accountId);
    await expect(revokeSession({ ...tx, actor }, { sessionId: theirs })).rejects.toMatchObject({ code: "absent" });
    expect(await readActor(tx, theirs)).not.toBeNull();
  }));

test("MC-12 the session in use is not revoked from the list: one is told to sign out", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    expect(() => revokeSession({ ...tx, actor }, { sessionId: actor.sessionId })).toThrow(/Se déconnecter/u);
  }));

test("MC-12 revoking all others keeps this session and those of other people", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    const others = [await makeSession(tx, actor.accountId), await makeSession(tx, actor.accountId)];
    const theirs = await makeSession(tx, (await makeAccount(tx)).accountId);
    expect(await revokeOtherSessions({ ...tx, actor })).toEqual({ ended: 2 });
    for (const id of others) expect(await readActor(tx, id)).toBeNull();
    for (const id of [actor.sessionId, theirs]) expect(await readActor(tx, id)).not.toBeNull();
  }));

test("TR-42 one click extends the session by its whole length; a session that ended is not brought back", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    const later = { ...tx, actor, now: hours(tx, 7) };
    expect(await extendSession(later)).toEqual({ expiresAt: hours(tx, 15) });
    await tx.db.update(loginSessions).set({ endedAt: tx.now, endReason: "revoked" }).where(eq(loginSessions.id, actor.sessionId));
    await expect(extendSession(later)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(extendSession(tx)).rejects.toMatchObject({ code: "unauthenticated" });
  }));

test("TR-42 asking when the session ends does not put its end off; using a page does", () =>
  inRolledBackTx(async (tx) => {
    const actor = await makeSignedIn(tx);
    const later = { ...tx, now: hours(tx, 7) };
    expect((await readActor(later, actor.sessionId, { extend: false }))?.sessionExpiresAt).toEqual(hours(tx, 8));
    expect((await readActor(later, actor.sessionId))?.sessionExpiresAt).toEqual(hours(tx, 15));
  }));
