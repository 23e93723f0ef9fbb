import { and, eq, like } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { adInvitations } from "@/db/schema/ad-applications";
import { unavailabilities } from "@/db/schema/cv-library";
import { auditLog, mails } from "@/db/schema/platform";
import { trainerProfiles } from "@/db/schema/trainers";
import { allLines } from "@/db/testing/all-lines";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { closeAd } from "../ads/close-ad";
import { aPublishedAd, furnish, managerOf } from "../testing/ad-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { answerApplications } from "./answer-applications";
import { applyToAd } from "./apply-to-ad";
import { exportReceived } from "./export-received";
import { inviteTrainers } from "./invite-trainers";
import { matchSentence } from "./match-rules";
import { listOwnApplications, listOwnInvitations } from "./own-applications";
import { listInvitingAds, readInvitation } from "./read-invitation";
import { allReceived, countReceived, listReceived } from "./received-applications";
import { studyApplications } from "./study-applications";
import { withdrawApplication } from "./withdraw-application";

const story = (run: (tx: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await run(tx);
  });
const mailsOf = (ctx: Ctx, kind: string) =>
  ctx.db
    .select({ to: mails.toAddress, subject: mails.subject, props: mails.props })
    .from(mails)
    .where(eq(mails.kind, kind))
    .orderBy(mails.toAddress);
const actionsOf = async (ctx: Ctx, accountId: string) =>
  (
    await ctx.db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(and(eq(auditLog.accountId, accountId), like(auditLog.action, "application.%")))
      .orderBy(auditLog.id)
  ).map(({ action }) => action);

/** Somebody who has applied to an ad; gives the application too. */
async function anApplicant(tx: Ctx, number: string, over: Parameters<typeof aTrainer>[1] = {}) {
  const trainer = await aTrainer(tx, over);
  await applyToAd(trainer.ctx, { number, comment: "Dix ans de budget." });
  const [application] = (await listOwnApplications(trainer.ctx, null)).applications;
  return { ...trainer, applicationId: application?.id ?? "" };
}
const stateOf = async ({ ctx }: StagedTrainer) => (await listOwnApplications(ctx, null)).applications[0];

describe("AD-05 applications received", () => {
  test("AD-05 EI-95 the manager reads who applies, what they say, how to reach them, and why they fit; one that waits is not there", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId, number } = await aPublishedAd(manager, { startsOn: "05/03/2027", endsOn: "10/03/2027" });
      const { address } = await anApplicant(tx, number);
      await anApplicant(tx, number, { state: "submitted", firstName: "Paul", lastName: "Petit" });
      const { applications } = await listReceived(manager, adId, allReceived);
      expect(applications).toMatchObject([
        { firstName: "Camille", lastName: "Durand", address, phone: "06 12 34 56 78", state: "sent", comment: "Dix ans de budget." },
      ]);
      expect(matchSentence(applications[0]?.match ?? [])).toBe("spécialité A3A, Grand Est, disponible en mars");
      expect(await countReceived(manager, adId)).toEqual({ received: 1, living: 2 });
    }));

  test("AD-05 AD-13 an export has the applications found, as the list shows them, and is recorded before its first line", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId, number } = await aPublishedAd(manager);
      const { address } = await anApplicant(tx, number);
      await anApplicant(tx, number, { firstName: "Paul", lastName: "Petit" });
      const found = { ...allReceived, query: "durand", state: "sent" } as const;
      const batches = await exportReceived(manager, adId, found);
      expect(await tx.db.$count(auditLog, eq(auditLog.action, "application.export"))).toBe(1);
      expect(await allLines(batches)).toMatchObject([
        [
          "Durand",
          "Camille",
          "Dix ans de budget.",
          expect.stringContaining("A3A"),
          address,
          null,
          "06 12 34 56 78",
          "Envoyée",
          null,
          tx.now,
        ],
      ]);
      expect(await listReceived(manager, adId, { ...allReceived, sort: "sentAt", direction: "desc" })).toMatchObject({
        found: { count: 2, capped: false },
        applications: [{ lastName: "Petit" }, { lastName: "Durand" }],
      });
      await expect(exportReceived(await managerOf(tx, "075"), adId, allReceived)).rejects.toMatchObject({ code: "absent" });
    }));

  test("AD-05 EI-14 of an application taken back, the structure keeps the name and the state, nothing else of the person", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId, number } = await aPublishedAd(manager);
      const { ctx, applicationId } = await anApplicant(tx, number);
      await withdrawApplication(ctx, { applicationId });
      expect((await listReceived(manager, adId, allReceived)).applications).toMatchObject([
        { firstName: "Camille", lastName: "Durand", state: "withdrawn", comment: "", address: null, mobile: null, phone: null, match: [] },
      ]);
    }));

  test("AD-05 another structure’s manager sees none of it, and can do nothing to it", () =>
    story(async (tx) => {
      const { adId, number } = await aPublishedAd(await managerOf(tx, "054"));
      const applicant = await anApplicant(tx, number);
      const other = await managerOf(tx, "075");
      const ids = [applicant.applicationId];
      for (const attempt of [
        () => listReceived(other, adId, allReceived),
        () => studyApplications(other, { adId, ids }),
        () => answerApplications(other, { adId, ids, reason: "Non merci" }),
        () => inviteTrainers(other, { adId, ids: [applicant.profileId], message: "" }),
        () => readInvitation(other, adId, [applicant.profileId]),
      ])
        await expect(attempt()).rejects.toMatchObject({ code: "absent" });
      expect(await stateOf(applicant)).toMatchObject({ state: "sent" });
    }));

  test("EI-14 studied: the trainer sees it with its date, and withdraws no more", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId, number } = await aPublishedAd(manager);
      const applicant = await anApplicant(tx, number);
      const tomorrow = new Date(tx.now.getTime() + 86_400_000);
      const ids = [applicant.applicationId];
      expect(await studyApplications({ ...manager, now: tomorrow }, { adId, ids })).toEqual({ done: 1, left: 0 });
      expect(await studyApplications(manager, { adId, ids })).toEqual({ done: 0, left: 1 });
      expect(await stateOf(applicant)).toMatchObject({ state: "studied", lastActionAt: tomorrow });
      await expect(withdrawApplication(applicant.ctx, { applicationId: applicant.applicationId })).rejects.toMatchObject({
        code: "conflict",
      });
      expect(await actionsOf(tx, applicant.accountId)).toEqual(["application.apply", "application.study"]);
    }));

  test("EI-14 withdrawing while the manager studies: one of the two comes first, and the other is told", () =>
    onCommittedCopy("withdraw_while_studied", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      const manager = await managerOf(ctx, "054");
      for (let round = 0; round < 4; round++) {
        const { adId, number } = await aPublishedAd(manager);
        const applicant = await anApplicant(ctx, number);
        const [withdrawn, studied] = await Promise.allSettled([
          withdrawApplication(applicant.ctx, { applicationId: applicant.applicationId }),
          studyApplications(manager, { adId, ids: [applicant.applicationId] }),
        ]);
        const left = withdrawn.status === "fulfilled" ? { state: "withdrawn", done: 0 } : { state: "studied", done: 1 };
        expect(await stateOf(applicant)).toMatchObject({ state: left.state });
        expect(studied).toMatchObject({ status: "fulfilled", value: { done: left.done } });
      }
    }));

  test("AD-05 not retained with a reason: each person chosen has one mail; who withdrew meanwhile is left alone", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId, number } = await aPublishedAd(manager);
      const [one, other, gone] = [await anApplicant(tx, number), await anApplicant(tx, number), await anApplicant(tx, number)];
      await withdrawApplication(gone.ctx, { applicationId: gone.applicationId });
      const ids = [one, other, gone].map(({ applicationId }) => applicationId);
      const reason = "Une personne disponible en mars est retenue.";
      expect(await answerApplications(manager, { adId, ids, reason })).toEqual({ done: 2, left: 1 });
      expect(await answerApplications(manager, { adId, ids, reason: "Encore" })).toEqual({ done: 0, left: 3 });
      const queued = await mailsOf(tx, "application-answered");
      expect(queued.map(({ to }) => to)).toEqual([one.address, other.address].sort());
      expect(queued[0]).toMatchObject({
        subject: expect.stringContaining(number) as string,
        props: { firstName: "Camille", number, reason },
      });
      expect(await stateOf(one)).toMatchObject({ state: "not_retained", reason });
      expect(await stateOf(gone)).toMatchObject({ state: "withdrawn" });
      expect(await actionsOf(tx, one.accountId)).toEqual(["application.apply", "application.answer"]);
    }));

  test("AD-05 an application of another ad is not decided through this one", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const [first, second] = [await aPublishedAd(manager), await aPublishedAd(manager)];
      const applicant = await anApplicant(tx, first.number);
      await expect(studyApplications(manager, { adId: second.adId, ids: [applicant.applicationId] })).rejects.toMatchObject({
        code: "absent",
      });
    }));
});

describe("EI-96 closing answers every applicant", () => {
  test("EI-96 one gesture, one reason: all who have no answer yet are told once; the others stay as they are", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId, number } = await aPublishedAd(manager);
      const sent = await anApplicant(tx, number);
      const studied = await anApplicant(tx, number);
      const waiting = await anApplicant(tx, number, { state: "submitted" });
      const refused = await anApplicant(tx, number);
      const gone = await anApplicant(tx, number);
      await studyApplications(manager, { adId, ids: [studied.applicationId] });
      await answerApplications(manager, { adId, ids: [refused.applicationId], reason: "Autre profil" });
      await withdrawApplication(gone.ctx, { applicationId: gone.applicationId });
      expect(await closeAd(manager, { adId, reason: "Pourvue en interne", tellApplicants: true })).toEqual({ told: 3 });
      expect((await mailsOf(tx, "ad-closed-to-applicant")).map(({ to }) => to)).toEqual(
        [sent, studied, waiting].map(({ address }) => address).sort(),
      );
      for (const person of [sent, studied, waiting])
        expect(await stateOf(person)).toMatchObject({ state: "not_retained", reason: "Pourvue en interne" });
      expect(await stateOf(refused)).toMatchObject({ reason: "Autre profil" });
      expect(await stateOf(gone)).toMatchObject({ state: "withdrawn" });
    }));

  test("EI-96 without the box, nobody is told and nothing is answered", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId, number } = await aPublishedAd(manager);
      const applicant = await anApplicant(tx, number);
      expect(await closeAd(manager, { adId, reason: "Pourvue en interne", tellApplicants: false })).toEqual({ told: 0 });
      expect(await stateOf(applicant)).toMatchObject({ state: "sent" });
    }));

  test("EI-14 EI-96 applying while the ad is being closed: refused, or answered with the others; never left without a word", () =>
    onCommittedCopy("apply_while_closing", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      const manager = await managerOf(ctx, "054");
      for (let round = 0; round < 4; round++) {
        const { adId, number } = await aPublishedAd(manager);
        const trainer = await aTrainer(ctx);
        const [applied] = await Promise.allSettled([
          applyToAd({ ...trainer.ctx, db }, { number, comment: "" }),
          closeAd({ ...manager, db }, { adId, reason: "Pourvue en interne", tellApplicants: true }),
        ]);
        const { applications } = await listOwnApplications({ ...trainer.ctx, db }, null);
        expect(applications.map(({ state }) => state)).toEqual(applied.status === "fulfilled" ? ["not_retained"] : []);
      }
    }));
});

describe("EI-96 inviting trainers to an ad", () => {
  test("EI-96 EI-95 each person is invited once, by mail; who applied, was invited or is away is left out, and the manager told why", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId, number } = await aPublishedAd(manager, { startsOn: "05/03/2027", endsOn: "10/03/2027" });
      const asked = await aTrainer(tx, { firstName: "Aline", lastName: "Abadie" });
      const applied = await anApplicant(tx, number, { firstName: "Bruno", lastName: "Bonnet" });
      const away = await aTrainer(tx, { firstName: "Chloé", lastName: "Collin" });
      await tx.db.insert(unavailabilities).values({ profileId: away.profileId, startsOn: "2027-03-01", endsOn: "2027-03-31" });
      const partly = await aTrainer(tx, { firstName: "David", lastName: "Denis" });
      await tx.db.insert(unavailabilities).values({ profileId: partly.profileId, startsOn: "2027-03-09", endsOn: "2027-03-31" });
      const draft = await aTrainer(tx, { state: "submitted", firstName: "Emma", lastName: "Etienne" });
      const ids = [asked, applied, away, partly, draft].map(({ profileId }) => profileId);
      expect((await readInvitation(manager, adId, ids)).map(({ name, skipped }) => [name, skipped === null])).toEqual([
        ["Aline Abadie", true],
        ["Bruno Bonnet", false],
        ["Chloé Collin", false],
        ["David Denis", true],
      ]);
      expect(await inviteTrainers(manager, { adId, ids, message: "Pensez-y !" })).toEqual([
        { name: "Aline Abadie", skipped: null },
        { name: "Bruno Bonnet", skipped: "a déjà répondu à cette annonce" },
        { name: "Chloé Collin", skipped: "indisponible sur toute la période de l’annonce" },
        { name: "David Denis", skipped: null },
      ]);
      expect(await inviteTrainers(manager, { adId, ids: [asked.profileId], message: "" })).toEqual([
        { name: "Aline Abadie", skipped: "a déjà reçu une invitation pour cette annonce" },
      ]);
      const queued = await mailsOf(tx, "ad-invitation");
      expect(queued.map(({ to }) => to)).toEqual([asked.address, partly.address].sort());
      expect(queued[0]?.props).toMatchObject({
        number,
        message: "Pensez-y !",
        deadline: "31 janvier 2027",
        structure: "Délégation Grand Est",
      });
      expect(await listOwnInvitations(asked.ctx)).toMatchObject([{ number, message: "Pensez-y !", structure: "Délégation Grand Est" }]);
      expect(await listOwnInvitations(away.ctx)).toEqual([]);
    }));

  test("EI-96 two managers invite the same person at once: one invitation, one mail", () =>
    onCommittedCopy("invite_twice", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      const managers = [await managerOf(ctx, "054"), await managerOf(ctx, "054")];
      const [first] = managers;
      if (first === undefined) throw new Error("no manager");
      const { adId } = await aPublishedAd(first);
      const { profileId } = await aTrainer(ctx);
      const outcomes = await Promise.all(
        managers.map((manager) => inviteTrainers({ ...manager, db }, { adId, ids: [profileId], message: "" })),
      );
      expect(outcomes.flat().filter(({ skipped }) => skipped === null)).toHaveLength(1);
      expect(await ctx.db.select().from(adInvitations)).toHaveLength(1);
      expect(await mailsOf(ctx, "ad-invitation")).toHaveLength(1);
    }));

  test("EI-96 an ad that is closed invites nobody; only open ads of one’s structures are proposed", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId } = await aPublishedAd(manager);
      const open = await aPublishedAd(manager, { title: "Encore ouverte" });
      await closeAd(manager, { adId, reason: "Pourvue en interne", tellApplicants: false });
      const { profileId } = await aTrainer(tx);
      await expect(inviteTrainers(manager, { adId, ids: [profileId], message: "" })).rejects.toMatchObject({ code: "conflict" });
      expect((await listInvitingAds(manager)).map(({ id }) => id)).toEqual([open.adId]);
      expect(await listInvitingAds(await managerOf(tx, "075"))).toEqual([]);
    }));

  test("EI-14 a profile archived since then still shows in the list, without a match", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId, number } = await aPublishedAd(manager);
      const applicant = await anApplicant(tx, number);
      await tx.db.update(trainerProfiles).set({ state: "archived" }).where(eq(trainerProfiles.id, applicant.profileId));
      await tx.db.execute("delete from cv_entries");
      const { applications } = await listReceived(manager, adId, allReceived);
      expect(applications).toMatchObject([{ lastName: "Durand", match: [] }]);
    }));
});
