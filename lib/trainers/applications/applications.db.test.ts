import { eq, like } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ads } from "@/db/schema/ads";
import { auditLog, mails } from "@/db/schema/platform";
import { structures } from "@/db/schema/references";
import { profileEvents, trainerProfiles } from "@/db/schema/trainers";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { closeAd } from "../ads/close-ad";
import { aPublishedAd, furnish, managerOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { rejectRequest } from "../review/reject-request";
import { applyToAd } from "./apply-to-ad";
import { listOwnApplications } from "./own-applications";
import { sendWaitingApplications } from "./send-waiting-applications";
import { withdrawApplication } from "./withdraw-application";

const story = (run: (tx: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await run(tx);
  });
const mailsOf = (ctx: Ctx, kind: string) =>
  ctx.db.select({ to: mails.toAddress, props: mails.props }).from(mails).where(eq(mails.kind, kind));
const statesOf = async (ctx: Ctx) => (await listOwnApplications(ctx, null)).applications.map(({ state }) => state);
const auditOf = async (ctx: Ctx) =>
  (await ctx.db.select({ action: auditLog.action }).from(auditLog).where(like(auditLog.action, "application.%"))).map(
    ({ action }) => action,
  );
const days = (count: number) => count * 86_400_000;
const later = (ctx: Ctx, count: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days(count)) });

describe("EI-14 applying", () => {
  test("EI-14 a validated trainer applies: sent at once, the structure has a mail, the trainer finds it in the list", () =>
    story(async (tx) => {
      const { number } = await aPublishedAd(await managerOf(tx, "054"));
      const { ctx } = await aTrainer(tx);
      expect(await applyToAd(ctx, { number, comment: "Dix ans de budget." })).toEqual({ state: "sent" });
      const [structure] = await tx.db.select({ address: structures.address }).from(structures).where(eq(structures.code, "054"));
      expect(await mailsOf(tx, "application-received")).toEqual([
        { to: structure?.address, props: expect.objectContaining({ number, applicant: "Camille Durand" }) as unknown },
      ]);
      const { applications } = await listOwnApplications(ctx, null);
      expect(applications).toMatchObject([{ state: "sent", number, comment: "Dix ans de budget.", lastActionAt: tx.now }]);
      expect(await auditOf(tx)).toEqual(["application.apply"]);
    }));

  test("EI-14 one living application per person and ad; withdrawn, one may apply again", () =>
    story(async (tx) => {
      const { number } = await aPublishedAd(await managerOf(tx, "054"));
      const { ctx } = await aTrainer(tx);
      await applyToAd(ctx, { number, comment: "" });
      await expect(applyToAd(ctx, { number, comment: "" })).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("déjà répondu") as string,
      });
      const [first] = (await listOwnApplications(ctx, null)).applications;
      await withdrawApplication(ctx, { applicationId: first?.id ?? "" });
      await expect(withdrawApplication(ctx, { applicationId: first?.id ?? "" })).rejects.toMatchObject({ code: "conflict" });
      await applyToAd(later(ctx, 1), { number, comment: "Tout compte fait" });
      expect(await statesOf(ctx)).toEqual(["sent", "withdrawn"]);
      expect(await mailsOf(tx, "application-received")).toHaveLength(2);
    }));

  test("EI-14 two windows at once make one application and one mail", () =>
    onCommittedCopy("apply_twice", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      const { number } = await aPublishedAd(await managerOf(ctx, "054"));
      const trainer = await aTrainer(ctx);
      const windows = await Promise.allSettled([1, 2].map(() => applyToAd({ ...trainer.ctx, db }, { number, comment: "" })));
      expect(windows.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await mailsOf(ctx, "application-received")).toHaveLength(1);
    }));

  test("EI-14 the deadline counts whole, then refuses; so does a closed ad; a draft does not exist", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { number } = await aPublishedAd(manager, { deadlineOn: "23/11/2026" });
      const one = await aTrainer(tx);
      const late = { ...one.ctx, now: new Date("2026-11-23T23:30:00Z") };
      await expect(applyToAd(late, { number, comment: "" })).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("23 novembre 2026") as string,
      });
      await applyToAd({ ...one.ctx, now: new Date("2026-11-23T22:30:00Z") }, { number, comment: "" });
      const closed = await aPublishedAd(manager);
      await closeAd(manager, { adId: closed.adId, reason: "Pourvue en interne", tellApplicants: false });
      await expect(applyToAd(one.ctx, { number: closed.number, comment: "" })).rejects.toMatchObject({ code: "conflict" });
      await expect(applyToAd(one.ctx, { number: "0000000000", comment: "" })).rejects.toMatchObject({ code: "absent" });
    }));

  test.each([
    ["rejected", "n’a pas été retenue"],
    ["archived", "archivé"],
  ] as const)("EI-14 a profile that is %s is told since when, and why", (state, words) =>
    story(async (tx) => {
      const { number } = await aPublishedAd(await managerOf(tx, "054"));
      const { ctx, profileId } = await aTrainer(tx, { state });
      await tx.db
        .insert(profileEvents)
        .values({ profileId, kind: state, at: new Date("2026-10-02T10:00:00Z"), reason: "Dossier incomplet" });
      const said = await applyToAd(ctx, { number, comment: "" }).catch((error: Error) => error.message);
      expect(said).toContain(words);
      expect(said).toContain("2 octobre 2026");
      expect(said).toContain("Dossier incomplet");
      expect(await statesOf(ctx)).toEqual([]);
    }),
  );

  test("EI-14 somebody else’s application answers as a missing one", () =>
    story(async (tx) => {
      const { number } = await aPublishedAd(await managerOf(tx, "054"));
      const { ctx } = await aTrainer(tx);
      await applyToAd(ctx, { number, comment: "" });
      const [mine] = (await listOwnApplications(ctx, null)).applications;
      const other = await aTrainer(tx, { firstName: "Paul", lastName: "Petit" });
      await expect(withdrawApplication(other.ctx, { applicationId: mine?.id ?? "" })).rejects.toMatchObject({ code: "absent" });
      expect(await statesOf(other.ctx)).toEqual([]);
      expect(await statesOf(ctx)).toEqual(["sent"]);
    }));
});

describe("EI-13 applying before one’s profile is validated", () => {
  test("EI-13 somebody without a profile gets one of the ad’s structure; the application waits, then leaves by itself, counted from its first sending", () =>
    story(async (tx) => {
      const { number, adId } = await aPublishedAd(await managerOf(tx, "075"), {
        structureId: await idOf(tx, "075"),
        deadlineOn: "25/11/2026",
      });
      const ctx = { ...tx, actor: await makeSignedIn(tx) };
      expect(await applyToAd(ctx, { number, comment: "" })).toEqual({ state: "waiting" });
      expect(await mailsOf(tx, "application-received")).toEqual([]);
      const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.accountId, ctx.actor.accountId));
      expect(profile).toMatchObject({ state: "draft", originAdId: adId, homeStructureId: await idOf(tx, "075") });
      // Validated after the deadline: what counts is the day it was made.
      await sendWaitingApplications({ ...tx, now: new Date("2026-12-20T10:00:00Z") }, profile?.id ?? "");
      expect(await statesOf(ctx)).toEqual(["sent"]);
      expect(await mailsOf(tx, "application-received")).toHaveLength(1);
      await sendWaitingApplications(tx, profile?.id ?? "");
      expect(await mailsOf(tx, "application-received")).toHaveLength(1);
    }));

  test("EI-14 a deadline that the structure moved before the day of the application counts as over; the person is told by mail", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { number, adId } = await aPublishedAd(manager);
      const { ctx, profileId } = await aTrainer(tx, { state: "submitted" });
      await applyToAd(ctx, { number, comment: "" });
      await tx.db.update(ads).set({ deadlineOn: "2026-11-20" }).where(eq(ads.id, adId));
      await sendWaitingApplications(tx, profileId);
      const { applications } = await listOwnApplications(ctx, null);
      expect(applications).toMatchObject([{ state: "not_retained", reason: expect.stringContaining("20 novembre 2026") as string }]);
      expect(await mailsOf(tx, "application-answered")).toHaveLength(1);
      expect(await mailsOf(tx, "application-received")).toEqual([]);
    }));

  test("EI-13 EI-40 a request that is not retained ends what waited for it: a later one sends nothing to ads long past", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { number } = await aPublishedAd(manager);
      const { ctx, profileId, requestId } = await aTrainer(tx, { state: "submitted" });
      await applyToAd(ctx, { number, comment: "" });
      await rejectRequest(manager, { version: 1, requestId: requestId ?? "", reason: "Parcours trop éloigné." });
      const { applications } = await listOwnApplications(ctx, null);
      expect(applications).toMatchObject([{ state: "not_retained", reason: expect.stringContaining("pas été retenue") as string }]);
      expect((await auditOf(tx)).toSorted()).toEqual(["application.answer", "application.apply"]);
      await sendWaitingApplications({ ...tx, now: new Date("2027-12-20T10:00:00Z") }, profileId);
      expect(await statesOf(ctx)).toEqual(["not_retained"]);
      expect(await mailsOf(tx, "application-received")).toEqual([]);
    }));

  test("EI-14 the ad closed meanwhile: nothing is sent to the structure, and the person is told by mail", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { number, adId } = await aPublishedAd(manager);
      const { ctx, profileId, address } = await aTrainer(tx, { state: "submitted" });
      await applyToAd(ctx, { number, comment: "" });
      await closeAd(manager, { adId, reason: "Pourvue en interne", tellApplicants: false });
      await sendWaitingApplications(tx, profileId);
      const { applications } = await listOwnApplications(ctx, null);
      expect(applications).toMatchObject([{ state: "not_retained", reason: expect.stringContaining("clôturée") as string }]);
      expect(await mailsOf(tx, "ad-closed-to-applicant")).toMatchObject([{ to: address, props: { number } }]);
      expect(await mailsOf(tx, "application-received")).toEqual([]);
    }));
});

async function idOf(ctx: Ctx, code: string): Promise<string> {
  const [structure] = await ctx.db.select({ id: structures.id }).from(structures).where(eq(structures.code, code));
  return structure?.id ?? "";
}
