import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts } from "@/db/schema/accounts";
import { auditLog, mails } from "@/db/schema/platform";
import { profileRequests, requestWaits, trainerProfiles } from "@/db/schema/trainers";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import { closeAccount } from "@/lib/accounts/closing/close-account";
import { purgeWaitsJob } from "@/lib/accounts/closing/purge-waits-job";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { ensureProfile } from "../profile/ensure-profile";
import { readOwnCv } from "../profile/read-own-cv";
import { submitProfile } from "../profile/submit-profile";
import { furnish, managerOf } from "../testing/ad-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { liftWait, readAddressWait } from "./lift-wait";
import { rejectRequest } from "./reject-request";

const password = "Un-Bon-Secret-42";
const passwordHash = await hashPassword(password);
const on = (ctx: Ctx, day: string) => ({ ...ctx, now: new Date(`${day}T09:00:00Z`) });

/** A candidate whose request was not retained on 21 November 2026, and who closes the account a month later. */
const rejectedThenClosed = (story: (tx: TxCtx, gone: StagedTrainer) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const gone = await aTrainer(tx, { state: "submitted" });
    await rejectRequest(await managerOf(tx, "054"), { requestId: gone.requestId ?? "", version: 1, reason: "Pas de besoin cette année." });
    await tx.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, gone.accountId));
    await closeAccount(on(gone.ctx, "2026-12-21"), { current: password, word: "SUPPRIMER" }, []);
    await story(tx, gone);
  });
/** Signs up with this address and begins a CV. */
async function comesBack(tx: TxCtx, address: string, day: string): Promise<Ctx> {
  const ctx = on({ ...tx, actor: await makeSignedIn(tx, { address }) }, day);
  await ensureProfile({ ...tx, ...ctx, inTransaction: true });
  return ctx;
}

test("EI-40 MC-30 closing the account and coming back with the same address does not shorten the year, which is said", () =>
  rejectedThenClosed(async (tx, { address }) => {
    const back = await comesBack(tx, address, "2027-01-10");
    expect(await readOwnCv(back)).toMatchObject({ state: "draft", mayRequestFrom: new Date("2027-11-21T09:00:00Z") });
    await expect(submitProfile(back)).rejects.toMatchObject({
      code: "conflict",
      message:
        "Une demande faite avec votre adresse a déjà été étudiée. Vous pourrez en présenter une nouvelle à partir du 21 novembre 2027.",
    });
    const other = await comesBack(tx, "quelqu-un-d-autre@example.org", "2027-01-10");
    expect(await readOwnCv(other)).toMatchObject({ mayRequestFrom: null });
  }));

test("EI-40 MC-30 of the closed account nothing is kept but a hash and a day, erased when the year is over", () =>
  rejectedThenClosed(async (tx, { address, accountId }) => {
    expect(await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.accountId, accountId))).toEqual([]);
    const kept = await tx.db.select().from(requestWaits);
    expect(kept).toEqual([{ addressHash: expect.stringMatching(/^[\w-]{43}$/u), until: new Date("2027-11-21T09:00:00Z") }]);
    expect(JSON.stringify(kept)).not.toContain(address);
    expect(await purgeWaitsJob.run(tx, { asOf: new Date("2027-11-21T08:59:00Z") })).toEqual({ waits: 0 });
    expect(await purgeWaitsJob.run(tx, { asOf: new Date("2027-11-21T09:00:00Z") })).toEqual({ waits: 1 });
    const back = await comesBack(tx, address, "2027-11-21");
    expect(await readOwnCv(back)).toMatchObject({ mayRequestFrom: null });
  }));

test("EI-40 MC-30 closing while more was asked for does not shorten the year either; before anybody looked at it, nothing is kept", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const [asked, early] = [await aTrainer(tx, { state: "submitted" }), await aTrainer(tx, { state: "submitted" })];
    await tx.db.update(accounts).set({ passwordHash });
    await tx.db
      .update(profileRequests)
      .set({ state: "correction", firstAnalysedAt: tx.now, round: 1, correctionAskedAt: tx.now })
      .where(eq(profileRequests.id, asked.requestId ?? ""));
    for (const { ctx } of [asked, early]) await closeAccount(on(ctx, "2026-12-01"), { current: password, word: "SUPPRIMER" }, []);
    expect(await readOwnCv(await comesBack(tx, asked.address, "2026-12-02"))).toMatchObject({
      mayRequestFrom: new Date("2027-11-21T09:00:00Z"),
    });
    expect(await readOwnCv(await comesBack(tx, early.address, "2026-12-02"))).toMatchObject({ mayRequestFrom: null });
  }));

test("EI-40 MC-30 the last mail says what is kept, and until when, to whoever leaves a wait behind and to nobody else", () =>
  rejectedThenClosed(async (tx, { address }) => {
    const { ctx, accountId, address: other } = await aTrainer(tx);
    await tx.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
    await closeAccount(ctx, { current: password, word: "SUPPRIMER" }, []);
    const told = await tx.db.select({ to: mails.toAddress, props: mails.props }).from(mails).where(eq(mails.kind, "account-closed"));
    const of = (to: string) => told.find((mail) => mail.to === to)?.props;
    expect(of(address)).toMatchObject({ waitsUntil: "21 novembre 2027" });
    expect(of(other)).toMatchObject({ waitsUntil: null });
  }));

test("EI-40 AD-10 somebody else has the address now: the national administration lifts the wait, and nobody else does", () =>
  rejectedThenClosed(async (tx, { address }) => {
    const back = await comesBack(tx, address, "2027-01-10");
    const accountId = back.actor.kind === "account" ? back.actor.accountId : "";
    const manager = await managerOf(tx, "054");
    await expect(liftWait(manager, { accountId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(readAddressWait(manager, accountId)).rejects.toMatchObject({ code: "forbidden" });
    const administrator = on({ ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) }, "2027-01-11");
    expect(await readAddressWait(administrator, accountId)).toEqual(new Date("2027-11-21T09:00:00Z"));
    await liftWait(administrator, { accountId });
    expect(await readOwnCv(back)).toMatchObject({ mayRequestFrom: null });
    expect(await tx.db.$count(requestWaits), "nor does it come back").toBe(0);
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.wait_lifted"));
    expect(line).toMatchObject({ accountId, details: { until: "2027-11-21T09:00:00.000Z" } });
    await expect(liftWait(administrator, { accountId }), "nothing to lift").rejects.toMatchObject({ code: "conflict" });
  }));

test("EI-40 the year of one’s own rejection is not the address’s, and is not lifted", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { accountId, requestId } = await aTrainer(tx, { state: "submitted" });
    await rejectRequest(await managerOf(tx, "054"), { requestId: requestId ?? "", version: 1, reason: "Pas de besoin cette année." });
    const administrator = { ...tx, actor: await makeSignedIn(tx, { role: "administrator" }) };
    expect(await readAddressWait(administrator, accountId)).toBeNull();
    await expect(liftWait(administrator, { accountId })).rejects.toMatchObject({ code: "conflict" });
  }));

test("MC-30 who has nothing to wait for leaves nothing behind", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    const { accountId, ctx } = await aTrainer(tx);
    await tx.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
    await closeAccount(ctx, { current: password, word: "SUPPRIMER" }, []);
    expect(await tx.db.$count(requestWaits)).toBe(0);
  }));
