import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { roleGrants } from "@/db/schema/access";
import { cvEntries } from "@/db/schema/cv-library";
import { auditLog, mails } from "@/db/schema/platform";
import { profileEvents, profileRemarks, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { submitProfile } from "../profile/submit-profile";
import { furnish, managerOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { askCorrection } from "./ask-correction";
import { rejectRequest } from "./reject-request";
import { validateRequest } from "./validate-request";

const story = (run: (ctx: Ctx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await furnish(ctx);
    await run(ctx);
  });

/** Somebody whose request waits for the structure 054. */
async function aCandidate(ctx: Ctx) {
  const { requestId, ...rest } = await aTrainer(ctx, { state: "submitted" });
  if (requestId === null) throw new Error("no request");
  return { requestId, ...rest };
}
const profileOf = async (ctx: Ctx, profileId: string) =>
  (await ctx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId)))[0];
const requestOf = async (ctx: Ctx, requestId: string) =>
  (await ctx.db.select().from(profileRequests).where(eq(profileRequests.id, requestId)))[0];
const mailsOf = (ctx: Ctx, to: string) =>
  ctx.db.select({ kind: mails.kind, props: mails.props }).from(mails).where(eq(mails.toAddress, to));
const actionsOn = async (ctx: Ctx, subjectId: string) =>
  (await ctx.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, subjectId))).map(({ action }) => action);
const eventsOf = async (ctx: Ctx, profileId: string) =>
  (await ctx.db.select({ kind: profileEvents.kind }).from(profileEvents).where(eq(profileEvents.profileId, profileId))).map(
    ({ kind }) => kind,
  );
const reason = "Votre parcours ne correspond pas à nos besoins.";

describe("EI-42 validation", () => {
  test("EI-42 a validated profile is in the CVthèque, opens the role, is told by mail and in the history", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { requestId, profileId, accountId, address } = await aCandidate(ctx);
      await validateRequest(manager, { requestId, version: 1 });
      expect(await requestOf(ctx, requestId)).toMatchObject({ state: "validated", decidedAt: testNow, firstAnalysedAt: testNow });
      expect(await profileOf(ctx, profileId)).toMatchObject({ state: "validated", validatedAt: testNow });
      expect(await ctx.db.$count(cvEntries, eq(cvEntries.profileId, profileId))).toBe(1);
      expect(await ctx.db.$count(roleGrants, and(eq(roleGrants.accountId, accountId), eq(roleGrants.role, "trainer")))).toBe(1);
      expect(await mailsOf(ctx, address)).toMatchObject([{ kind: "request-validated", props: { firstName: "Camille" } }]);
      expect(await actionsOn(ctx, requestId)).toEqual(["trainer.request_validated"]);
      expect(await eventsOf(ctx, profileId)).toEqual(["validated"]);
    }));

  test("EI-42 another structure’s manager finds no such request, and nobody decides of their own", () =>
    story(async (ctx) => {
      const elsewhere = await managerOf(ctx, "075");
      const { requestId, ctx: candidate, profileId } = await aCandidate(ctx);
      await expect(validateRequest(elsewhere, { requestId, version: 1 })).rejects.toMatchObject({ code: "absent" });
      await expect(rejectRequest(candidate, { requestId, version: 1, reason })).rejects.toMatchObject({ code: "absent" });
      if (candidate.actor.kind !== "account") throw new Error("not signed in");
      const manager = await managerOf(ctx, "054");
      if (manager.actor.kind !== "account") throw new Error("not signed in");
      const both = { ...candidate, actor: { ...candidate.actor, grants: manager.actor.grants } };
      await expect(validateRequest(both, { requestId, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
      expect(await profileOf(ctx, profileId)).toMatchObject({ state: "submitted" });
    }));
});

describe("EI-40 rejection", () => {
  test("EI-40 the mail says why; a new request is possible one year after the first analysis", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { requestId, profileId, address } = await aCandidate(ctx);
      await rejectRequest(manager, { requestId, version: 1, reason });
      expect(await requestOf(ctx, requestId)).toMatchObject({ state: "rejected", reason });
      expect(await profileOf(ctx, profileId)).toMatchObject({ state: "rejected", mayRequestFrom: new Date("2027-11-21T09:00:00Z") });
      expect(await mailsOf(ctx, address)).toMatchObject([
        { kind: "request-rejected", props: { reason, mayRequestFrom: "21 novembre 2027" } },
      ]);
      expect(await actionsOn(ctx, requestId)).toEqual(["trainer.request_rejected"]);
    }));

  test("EI-40 the year counts from the first demand for more, not from the rejection that follows it", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { requestId, profileId } = await aCandidate(ctx);
      await askCorrection(manager, { requestId, version: 1, remarks: { work: "Quelles dates ?" } });
      // The trainer sends again, a month later.
      await ctx.db.update(profileRequests).set({ state: "submitted" }).where(eq(profileRequests.id, requestId));
      await rejectRequest({ ...manager, now: new Date("2026-12-21T09:00:00Z") }, { requestId, version: 2, reason });
      expect(await profileOf(ctx, profileId)).toMatchObject({ mayRequestFrom: new Date("2027-11-21T09:00:00Z") });
    }));
});

describe("EI-41 more information", () => {
  test("EI-41 remarks stand by part and by round, the profile opens again, the mail has them and the link", () =>
    story(async (ctx) => {
      const manager = await managerOf(ctx, "054");
      const { requestId, profileId, address } = await aCandidate(ctx);
      await askCorrection(manager, { requestId, version: 1, remarks: { "": "Merci !", work: "Quelles dates ?" } });
      expect(await requestOf(ctx, requestId)).toMatchObject({ state: "correction", round: 1, decidedAt: null, correctionAskedAt: testNow });
      expect(await profileOf(ctx, profileId)).toMatchObject({ state: "draft" });
      await ctx.db.update(profileRequests).set({ state: "submitted" }).where(eq(profileRequests.id, requestId));
      await askCorrection(manager, { requestId, version: 2, remarks: { work: "Et le dernier poste ?" } });
      const remarks = await ctx.db.select().from(profileRemarks).where(eq(profileRemarks.requestId, requestId));
      expect(remarks.map(({ round, block, remark }) => [round, block, remark])).toEqual([
        [1, "", "Merci !"],
        [1, "work", "Quelles dates ?"],
        [2, "work", "Et le dernier poste ?"],
      ]);
      const sent = await mailsOf(ctx, address);
      expect(sent.map(({ kind }) => kind)).toEqual(["correction-asked", "correction-asked"]);
      expect(sent[0]?.props).toMatchObject({
        archivedFrom: "21 janvier 2027",
        remarks: [
          { title: "L’ensemble du dossier", remark: "Merci !" },
          { title: "Expériences professionnelles", remark: "Quelles dates ?" },
        ],
      });
      expect(await eventsOf(ctx, profileId)).toEqual(["correction_asked", "correction_asked"]);
    }));
});

describe("EI-43 two managers on one request", () => {
  test("EI-43 the second decision is refused with who decided what and when", () =>
    story(async (ctx) => {
      const [first, second] = [await managerOf(ctx, "054"), await managerOf(ctx, "054")];
      const { requestId } = await aCandidate(ctx);
      await rejectRequest(first, { requestId, version: 1, reason });
      await expect(validateRequest(second, { requestId, version: 1 })).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringMatching(/déjà été refusée par Camille Durand le 21\/11\/2026 à 10:00.*conservé/u),
      });
      await expect(askCorrection(second, { requestId, version: 1, remarks: { "": "Encore un mot" } })).rejects.toMatchObject({
        code: "conflict",
      });
    }));

  test("EI-43 AD-02 what was sent again meanwhile is read again before it is decided, whatever the decision", () =>
    story(async (ctx) => {
      const [first, second] = [await managerOf(ctx, "054"), await managerOf(ctx, "054")];
      const { requestId, ctx: candidate } = await aCandidate(ctx);
      const read = (await requestOf(ctx, requestId))?.version ?? 0;
      await askCorrection(first, { requestId, version: read, remarks: { work: "Quelles dates ?" } });
      await submitProfile(candidate);
      const again = { code: "conflict", message: expect.stringContaining("nouvelle version de son dossier") as string };
      await expect(validateRequest(second, { requestId, version: read })).rejects.toMatchObject(again);
      await expect(rejectRequest(second, { requestId, version: read, reason })).rejects.toMatchObject(again);
      await expect(askCorrection(second, { requestId, version: read, remarks: { "": "Un mot" } })).rejects.toMatchObject(again);
      expect(await requestOf(ctx, requestId)).toMatchObject({ state: "submitted", version: read + 2 });
      await validateRequest(second, { requestId, version: read + 2 });
      expect(await requestOf(ctx, requestId)).toMatchObject({ state: "validated" });
    }));

  test("EI-43 two decisions at the same instant on two connections: one is taken", () =>
    onCommittedCopy("review_race", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      const managers = [await managerOf(ctx, "054"), await managerOf(ctx, "054")] as const;
      const { requestId, profileId } = await aCandidate(ctx);
      const outcomes = await Promise.allSettled([
        validateRequest(managers[0], { requestId, version: 1 }),
        rejectRequest(managers[1], { requestId, version: 1, reason }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const refused = outcomes.find((outcome) => outcome.status === "rejected");
      expect(refused?.reason).toMatchObject({ code: "conflict" });
      expect(await eventsOf(ctx, profileId)).toHaveLength(1);
      expect(await ctx.db.$count(mails, eq(mails.cause, `request:${requestId}`))).toBe(1);
    }));
});
