import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { adApplications } from "@/db/schema/ad-applications";
import { mails } from "@/db/schema/platform";
import { profileEvents, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx, testCtx } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { readOwnCv } from "../profile/read-own-cv";
import { aPublishedAd, furnish, managerOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { archiveSilentRequestsJob } from "./archive-silent-requests-job";
import { askCorrection } from "./ask-correction";

const day = (text: string) => new Date(`${text}T09:00:00Z`);

/** More was asked on 21 November; the mail waits in the outbox. */
const story = (run: (given: { ctx: Ctx; trainer: Ctx; requestId: string; profileId: string; address: string }) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await furnish(ctx);
    const manager = await managerOf(ctx, "054");
    const { requestId, profileId, address, ctx: trainer } = await aTrainer(ctx, { state: "submitted" });
    if (requestId === null) throw new Error("no request");
    await askCorrection(manager, { requestId, version: 1, remarks: { "": "Complétez" } });
    await run({ ctx, trainer, requestId, profileId, address });
  });
const runOn = (ctx: Ctx, date: string) => archiveSilentRequestsJob.run({ ...ctx, now: day(date) }, { asOf: day(date) });
const leaves = (ctx: Ctx, kind: string, date: string) =>
  ctx.db
    .update(mails)
    .set({ state: "sent", sentAt: day(date) })
    .where(eq(mails.kind, kind));
const stateOf = async (ctx: Ctx, requestId: string) =>
  (await ctx.db.select({ state: profileRequests.state }).from(profileRequests).where(eq(profileRequests.id, requestId)))[0]?.state;

test("EI-41 without an answer: reminded two weeks before, archived at two months, each told once", () =>
  story(async ({ ctx, requestId, profileId, address }) => {
    await leaves(ctx, "correction-asked", "2026-11-21");
    expect(await runOn(ctx, "2027-01-06")).toEqual({ reminded: 0, archived: 0 });
    expect(await runOn(ctx, "2027-01-07")).toEqual({ reminded: 1, archived: 0 });
    expect(await runOn(ctx, "2027-01-07")).toEqual({ reminded: 0, archived: 0 });
    const [reminder] = await ctx.db
      .select()
      .from(mails)
      .where(and(eq(mails.kind, "correction-reminder"), eq(mails.toAddress, address)));
    expect(reminder?.props).toMatchObject({ archivedOn: "21 janvier 2027" });
    await leaves(ctx, "correction-reminder", "2027-01-07");
    expect(await runOn(ctx, "2027-01-20")).toEqual({ reminded: 0, archived: 0 });
    expect(await runOn(ctx, "2027-01-21")).toEqual({ reminded: 0, archived: 1 });
    expect(await runOn(ctx, "2027-01-21")).toEqual({ reminded: 0, archived: 0 });
    expect(await stateOf(ctx, requestId)).toBe("archived");
    const [profile] = await ctx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId));
    expect(profile?.state).toBe("archived");
    expect(await ctx.db.$count(mails, eq(mails.kind, "request-archived"))).toBe(1);
    const events = await ctx.db.select().from(profileEvents).where(eq(profileEvents.profileId, profileId));
    expect(events.map(({ kind, actorId }) => [kind, actorId === null])).toEqual([
      ["correction_asked", false],
      ["archived", true],
    ]);
  }));

test("EI-41 a worker that stood still archives nobody unwarned: the two months count from when the mails really left", () =>
  story(async ({ ctx, requestId, address }) => {
    // Nothing left for a year: nothing runs.
    expect(await runOn(ctx, "2027-11-21")).toEqual({ reminded: 0, archived: 0 });
    await leaves(ctx, "correction-asked", "2027-11-21");
    expect(await runOn(ctx, "2027-11-22")).toEqual({ reminded: 0, archived: 0 });
    // The job did not run for four months: it reminds, and gives two weeks from then.
    expect(await runOn(ctx, "2028-03-20")).toEqual({ reminded: 1, archived: 0 });
    const [reminder] = await ctx.db
      .select()
      .from(mails)
      .where(and(eq(mails.kind, "correction-reminder"), eq(mails.toAddress, address)));
    expect(reminder?.props).toMatchObject({ archivedOn: "3 avril 2028" });
    // The reminder itself waits in the outbox: nobody is archived, however long.
    expect(await runOn(ctx, "2028-06-01")).toEqual({ reminded: 0, archived: 0 });
    await leaves(ctx, "correction-reminder", "2028-06-01");
    expect(await runOn(ctx, "2028-06-14")).toEqual({ reminded: 0, archived: 0 });
    expect(await stateOf(ctx, requestId)).toBe("correction");
    expect(await runOn(ctx, "2028-06-15")).toEqual({ reminded: 0, archived: 1 });
  }));

test("EI-41 the person reads on their CV the earliest day of the archiving, the one that the job keeps to", () =>
  story(async ({ ctx, trainer }) => {
    const readOn = async (date: string) => (await readOwnCv({ ...trainer, now: day(date) })).archivedFrom;
    // The mail has not left: two months from the demand, at least.
    expect(await readOn("2026-11-21")).toEqual(day("2027-01-21"));
    await leaves(ctx, "correction-asked", "2026-11-25");
    expect(await runOn(ctx, "2026-11-26")).toEqual({ reminded: 0, archived: 0 });
    expect(await readOn("2026-11-26")).toEqual(day("2027-01-25"));
    // No reminder left for long: two weeks from the day one may still get it.
    expect(await readOn("2027-03-01")).toEqual(day("2027-03-15"));
    expect(await runOn(ctx, "2027-03-02")).toEqual({ reminded: 1, archived: 0 });
    await leaves(ctx, "correction-reminder", "2027-03-03");
    expect(await runOn(ctx, "2027-03-04")).toEqual({ reminded: 0, archived: 0 });
    expect(await readOn("2027-03-04")).toEqual(day("2027-03-17"));
    expect(await runOn(ctx, "2027-03-17")).toEqual({ reminded: 0, archived: 1 });
    expect(await readOn("2027-03-17")).toBeNull();
  }));

test("EI-41 a request that cannot be treated delays nobody else’s, and the job fails at the end", () =>
  story(async ({ ctx, requestId, profileId }) => {
    const other = await aTrainer(ctx, { state: "submitted", firstName: "Awa" });
    await askCorrection(await managerOf(ctx, "054"), { requestId: other.requestId ?? "", version: 1, remarks: { "": "Complétez" } });
    await leaves(ctx, "correction-asked", "2026-11-21");
    // Broken, and the first in order.
    expect(requestId < (other.requestId ?? "")).toBe(true);
    await ctx.db
      .update(trainerProfiles)
      .set({ answers: sql`'null'::jsonb` })
      .where(eq(trainerProfiles.id, profileId));
    const reminders = () => ctx.db.$count(mails, eq(mails.kind, "correction-reminder"));
    await expect(runOn(ctx, "2027-01-07")).rejects.toThrow(requestId);
    expect(await reminders()).toBe(1);
    await leaves(ctx, "correction-reminder", "2027-01-07");
    await expect(runOn(ctx, "2027-01-21")).rejects.toThrow(requestId);
    expect([await stateOf(ctx, requestId), await stateOf(ctx, other.requestId ?? "")]).toEqual(["correction", "archived"]);
  }));

test("EI-41 whoever sent again in time is left alone, and a second demand starts its own two months", () =>
  story(async ({ ctx, requestId }) => {
    await leaves(ctx, "correction-asked", "2026-11-21");
    await runOn(ctx, "2027-01-07");
    await ctx.db.update(profileRequests).set({ state: "submitted" }).where(eq(profileRequests.id, requestId));
    await leaves(ctx, "correction-reminder", "2027-01-07");
    expect(await runOn(ctx, "2027-03-01")).toEqual({ reminded: 0, archived: 0 });
    const manager = await managerOf(ctx, "054");
    await askCorrection({ ...manager, now: day("2027-03-01") }, { requestId, version: 2, remarks: { "": "Encore un point" } });
    // The mails of the first round do not count for the second.
    expect(await runOn(ctx, "2027-06-01")).toEqual({ reminded: 0, archived: 0 });
    expect(await stateOf(ctx, requestId)).toBe("correction");
  }));

test("EI-13 EI-41 archiving ends the answers to ads that waited for the profile", () =>
  story(async ({ ctx, profileId }) => {
    const { adId } = await aPublishedAd(await managerOf(ctx, "054"));
    const [application] = await ctx.db
      .insert(adApplications)
      .values({ adId, profileId, state: "waiting", appliedAt: ctx.now, lastActionAt: ctx.now })
      .returning({ id: adApplications.id });
    await leaves(ctx, "correction-asked", "2026-11-21");
    await runOn(ctx, "2027-01-07");
    await leaves(ctx, "correction-reminder", "2027-01-07");
    expect(await runOn(ctx, "2027-01-21")).toEqual({ reminded: 0, archived: 1 });
    const [ended] = await ctx.db
      .select()
      .from(adApplications)
      .where(eq(adApplications.id, application?.id ?? ""));
    expect(ended).toMatchObject({ state: "not_retained", reason: expect.stringContaining("archivée") as string });
  }));
