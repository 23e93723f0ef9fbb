import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { adAlertRuns } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { cvEntries, unavailabilities } from "@/db/schema/cv-library";
import { accounts } from "@/db/schema/accounts";
import { auditLog, jobRuns, mails } from "@/db/schema/platform";
import { countries } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { changeAd } from "../ads/change-ad";
import { closeAd } from "../ads/close-ad";
import { createAd } from "../ads/create-ad";
import { readManagedAd } from "../ads/manage-ads";
import { publishAd } from "../ads/publish-ad";
import { writeCvEntry } from "../profile/write-cv-entry";
import { aPublishedAd, furnish, managerOf, typedAd } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { advance, queueAdAlertsJob } from "./queue-ad-alerts-job";
import { readAlertLink, stopAlerts } from "./stop-alerts";

const story = (run: (tx: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await run(tx);
  });
const runJob = (ctx: Ctx) => queueAdAlertsJob.run(ctx, { asOf: ctx.now });
const alertsOf = (ctx: Ctx) =>
  ctx.db
    .select({ to: mails.toAddress, cause: mails.cause, subject: mails.subject, props: mails.props, state: mails.state })
    .from(mails)
    .where(eq(mails.kind, "ad-alert"));

interface Trainer {
  readonly alerts: readonly string[];
  readonly specialties?: readonly (readonly [string, string])[];
  readonly regions?: readonly string[];
  readonly abroad?: "yes" | "no";
}
const aSubscriber = (ctx: Ctx, { alerts, specialties = [["A3", ""]], regions = ["44"], abroad = "no" }: Trainer) =>
  aTrainer(ctx, {
    answers: { alerts, regions, abroad },
    lines: specialties.map(([specialty, subSpecialty]) => ({ kind: "specialty" as const, answers: { specialty, subSpecialty } })),
  });

const inGrandEst = { regions: ["44"], departments: [] };
const elsewhere = { regions: ["11"], departments: [] };
const nowhere = { regions: [], departments: [] };

describe("EI-15 whom an ad is told to", () => {
  test.each<[string, Trainer, Record<string, unknown>, boolean]>([
    ["the specialty is theirs", { alerts: ["specialties"] }, { specialties: ["A3"] }, true],
    ["the ad bears a sub-specialty, they chose its specialty", { alerts: ["specialties"] }, { specialties: ["A3A"] }, true],
    ["the ad bears their sub-specialty", { alerts: ["specialties"], specialties: [["A3", "A3A"]] }, { specialties: ["A3A"] }, true],
    ["the specialty is another one", { alerts: ["specialties"] }, { specialties: ["B7"] }, false],
    ["the specialty is theirs, whatever the region", { alerts: ["specialties"] }, { specialties: ["A3"], ...elsewhere }, true],
    ["the region is theirs, whatever the specialty", { alerts: ["regions"] }, { specialties: ["B7"], ...inGrandEst }, true],
    ["the region is another one", { alerts: ["regions"] }, { specialties: ["A3"], ...elsewhere }, false],
    ["the ad has no region", { alerts: ["regions"] }, { specialties: ["B7"], ...nowhere }, true],
    ["both, and both fit", { alerts: ["both"] }, { specialties: ["A3"], ...inGrandEst }, true],
    ["both, and the ad has no region", { alerts: ["both"] }, { specialties: ["A3"], ...nowhere }, true],
    ["both, but the specialty does not fit", { alerts: ["both"] }, { specialties: ["B7"], ...inGrandEst }, false],
    ["both, but the region does not fit", { alerts: ["both"] }, { specialties: ["A3"], ...elsewhere }, false],
    ["the first two add up: the region is enough", { alerts: ["specialties", "regions"] }, { specialties: ["B7"], ...inGrandEst }, true],
    ["the first two add up: the specialty is enough", { alerts: ["specialties", "regions"] }, { specialties: ["A3"], ...elsewhere }, true],
    ["the third does not restrict the first", { alerts: ["specialties", "both"] }, { specialties: ["A3"], ...elsewhere }, true],
    ["the third does not restrict the second", { alerts: ["regions", "both"] }, { specialties: ["B7"], ...inGrandEst }, true],
    [
      "the third alone with the first leaves the region out",
      { alerts: ["specialties", "both"] },
      { specialties: ["B7"], ...inGrandEst },
      false,
    ],
    ["no box is ticked", { alerts: [] }, { specialties: ["A3"], ...inGrandEst }, false],
  ])("EI-15 %s", (_what, trainer, ad, told) =>
    story(async (tx) => {
      const { address } = await aSubscriber(tx, trainer);
      await aPublishedAd(await managerOf(tx, "054"), ad);
      await runJob(tx);
      expect((await alertsOf(tx)).map(({ to }) => to)).toEqual(told ? [address] : []);
    }),
  );

  test.each([
    ["yes", true],
    ["no", false],
  ] as const)("EI-15 an ad abroad is told to who ticked the box (%s)", (abroad, told) =>
    story(async (tx) => {
      await tx.db.insert(countries).values({ code: "BE", name: "Belgique", nationality: "Belge" });
      await aSubscriber(tx, { alerts: ["regions"], abroad });
      const manager = await managerOf(tx, "054");
      const { adId } = await createAd(manager, await typedAd(manager, nowhere));
      await tx.db.update(ads).set({ countryCode: "BE" }).where(eq(ads.id, adId));
      await publishAd(manager, { adId });
      await runJob(tx);
      expect(await alertsOf(tx)).toHaveLength(told ? 1 : 0);
    }),
  );

  test.each([
    [
      "away for the whole period, in two stays that follow",
      [
        ["2027-02-20", "2027-03-07"],
        ["2027-03-08", "2027-03-20"],
      ],
      false,
    ],
    ["away for a part of it", [["2027-03-01", "2027-03-09"]], true],
    [
      "back for one day in the middle",
      [
        ["2027-03-01", "2027-03-06"],
        ["2027-03-08", "2027-03-31"],
      ],
      true,
    ],
    ["never away", [], true],
  ] as const)("EI-15 EI-95 %s", (_what, stays, told) =>
    story(async (tx) => {
      const { profileId } = await aSubscriber(tx, { alerts: ["specialties"] });
      for (const [startsOn, endsOn] of stays) await tx.db.insert(unavailabilities).values({ profileId, startsOn, endsOn });
      await aPublishedAd(await managerOf(tx, "054"), { startsOn: "05/03/2027", endsOn: "10/03/2027" });
      await runJob(tx);
      expect(await alertsOf(tx)).toHaveLength(told ? 1 : 0);
    }),
  );

  test("EI-15 an ad without dates is told even to who is away", () =>
    story(async (tx) => {
      const { profileId } = await aSubscriber(tx, { alerts: ["specialties"] });
      await tx.db.insert(unavailabilities).values({ profileId, startsOn: "2020-01-01", endsOn: "2040-01-01" });
      await aPublishedAd(await managerOf(tx, "054"));
      await runJob(tx);
      expect(await alertsOf(tx)).toHaveLength(1);
    }));

  test("EI-15 validated profiles only, and neither a blocked account nor a closed one", () =>
    story(async (tx) => {
      const answers = { alerts: ["specialties"] };
      await aTrainer(tx, { state: "submitted", answers });
      const archived = await aTrainer(tx, { answers });
      await tx.db.update(trainerProfiles).set({ state: "archived" }).where(eq(trainerProfiles.id, archived.profileId));
      const blocked = await aTrainer(tx, { answers });
      await tx.db.update(accounts).set({ blockedAt: tx.now }).where(eq(accounts.id, blocked.accountId));
      await aPublishedAd(await managerOf(tx, "054"));
      await runJob(tx);
      expect(await alertsOf(tx)).toEqual([]);
    }));
});

describe("EI-15 one mail per person and ad", () => {
  test("EI-15 publishing wakes the job; run twice, or with a batch of one, each has one mail that says what the ad is", () =>
    story(async (tx) => {
      const trainers = [await aSubscriber(tx, { alerts: ["specialties"] }), await aSubscriber(tx, { alerts: ["regions"] })];
      const { adId, number } = await aPublishedAd(await managerOf(tx, "054"));
      expect(await alertsOf(tx)).toEqual([]);
      expect(await tx.db.select({ job: jobRuns.job, state: jobRuns.state }).from(jobRuns)).toEqual([
        { job: "queue-ad-alerts", state: "queued" },
      ]);
      expect(await advance(tx, 1)).toEqual({ mails: 1, finished: false });
      expect(await runJob(tx)).toEqual({ ads: 1, mails: 1 });
      expect(await runJob(tx)).toEqual({ ads: 0, mails: 0 });
      const queued = await alertsOf(tx);
      expect(queued.map(({ to }) => to).sort()).toEqual(trainers.map(({ address }) => address).sort());
      expect(queued[0]).toMatchObject({
        cause: `ad:${adId}`,
        state: "queued",
        subject: expect.stringContaining("Élaborer un budget communal") as string,
        props: {
          firstName: "Camille",
          number,
          structure: "Délégation Grand Est",
          deadline: "31 janvier 2027",
          stopToken: expect.any(String) as string,
        },
      });
      expect(await tx.db.select({ mails: adAlertRuns.queuedMails, finishedAt: adAlertRuns.finishedAt }).from(adAlertRuns)).toEqual([
        { mails: 2, finishedAt: tx.now },
      ]);
    }));

  test("EI-15 a worker that died after the mails and before its note queues none of them again", () =>
    story(async (tx) => {
      await aSubscriber(tx, { alerts: ["specialties"] });
      await aPublishedAd(await managerOf(tx, "054"));
      await runJob(tx);
      await tx.db.update(adAlertRuns).set({ after: null, finishedAt: null });
      expect(await runJob(tx)).toEqual({ ads: 1, mails: 0 });
      expect(await alertsOf(tx)).toHaveLength(1);
    }));

  test("EI-15 two workers at once never send twice, and leave nobody out", () =>
    onCommittedCopy("alerts_two_workers", async (db) => {
      const ctx = testCtx(db);
      await furnish(ctx);
      for (let count = 0; count < 12; count++) await aSubscriber(ctx, { alerts: ["specialties"] });
      const manager = await managerOf(ctx, "054");
      await aPublishedAd(manager);
      await aPublishedAd(manager);
      const work = async () => {
        let mails = 0;
        for (let step = await advance(ctx, 2); step !== null; step = await advance(ctx, 2)) mails += step.mails;
        return mails;
      };
      const [one, other] = await Promise.all([work(), work()]);
      // Whoever finds both runs held leaves; what is left is done by the other, or by the next minute.
      const rest = await work();
      expect(one + other + rest).toBe(24);
      expect(await alertsOf(ctx)).toHaveLength(24);
    }));

  test("EI-15 an edit sends nothing; an ad closed before its mails left sends none", () =>
    story(async (tx) => {
      const manager = await managerOf(tx, "054");
      const { adId } = await aPublishedAd(manager, { specialties: ["B7"], ...elsewhere });
      await runJob(tx);
      await aSubscriber(tx, { alerts: ["specialties", "regions"] });
      const { version } = await readManagedAd(manager, adId);
      await changeAd(manager, { ...(await typedAd(manager, { specialties: ["A3"] })), adId, version });
      await runJob(tx);
      expect(await alertsOf(tx)).toEqual([]);
      const closed = await aPublishedAd(manager);
      await closeAd(manager, { adId: closed.adId, reason: "Publiée par erreur", tellApplicants: false });
      expect(await runJob(tx)).toEqual({ ads: 1, mails: 0 });
    }));
});

describe("EI-15 stopping the alerts", () => {
  test("EI-15 the link of the mail empties the choices, without signing in; no mail comes any more", () =>
    story(async (tx) => {
      const { profileId } = await aSubscriber(tx, { alerts: ["specialties", "regions"] });
      const [found] = await tx.db
        .select({ token: trainerProfiles.alertToken })
        .from(trainerProfiles)
        .where(eq(trainerProfiles.id, profileId));
      const token = found?.token ?? "";
      expect(await readAlertLink(tx, token)).toEqual({ active: true });
      await stopAlerts(tx, { token });
      await stopAlerts(tx, { token });
      expect(await readAlertLink(tx, token)).toEqual({ active: false });
      const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId));
      expect(profile?.answers).toMatchObject({ alerts: [], regions: ["44"] });
      await aPublishedAd(await managerOf(tx, "054"));
      await runJob(tx);
      expect(await alertsOf(tx)).toEqual([]);
      // What the profile says next time it is written does not bring them back.
      await writeCvEntry(tx, profileId);
      expect(await tx.db.select({ alerts: cvEntries.alerts }).from(cvEntries)).toEqual([{ alerts: [] }]);
      expect(await tx.db.select({ actor: auditLog.actorKind }).from(auditLog).where(eq(auditLog.action, "alert.stop"))).toHaveLength(2);
    }));

  test("EI-15 a link of nobody answers as a missing page", () =>
    story(async (tx) => {
      const token = "00000000-0000-4000-8000-000000000000";
      await expect(stopAlerts(tx, { token })).rejects.toMatchObject({ code: "absent" });
      await expect(readAlertLink(tx, token)).rejects.toMatchObject({ code: "absent" });
    }));
});
