import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { adApplications } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { profileEvents, profileRequests } from "@/db/schema/trainers";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx, testCtx, testNow } from "@/db/testing/rollback";
import type { Ctx } from "@/lib/core/ctx";
import { aPublishedAd, furnish, managerOf, structureOf } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { readManagerWaiting, readMonthOfRequests } from "./read-waiting";
import { takeCharge } from "./take-charge";
import { validateRequest } from "./validate-request";

const story = (run: (ctx: Ctx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    const ctx = testCtx(tx.db);
    await furnish(ctx);
    await run(ctx);
  });
const daysAgo = (days: number) => new Date(testNow.getTime() - days * 86_400_000);

async function aCandidate(ctx: Ctx, lastName: string, sent: Date, structure = "054"): Promise<string> {
  const { requestId } = await aTrainer({ ...ctx, now: sent }, { state: "submitted", lastName, structure });
  if (requestId === null) throw new Error("no request");
  return requestId;
}

test("AD-01 the dashboard names the requests of one’s structures, the oldest first, with who is on each", () =>
  story(async (ctx) => {
    const [manager, colleague] = [await managerOf(ctx, "054"), await managerOf(ctx, "054")];
    const recent = await aCandidate(ctx, "Récente", daysAgo(1));
    await aCandidate(ctx, "Ancienne", daysAgo(40));
    await aCandidate(ctx, "Ailleurs", daysAgo(60), "075");
    await ctx.db.update(profileRequests).set({ round: 1 }).where(eq(profileRequests.id, recent));
    await takeCharge(colleague, { requestId: recent });
    const { requests, allRequests } = await readManagerWaiting(manager);
    expect(requests).toMatchObject([
      { name: "Camille Ancienne", sentAt: daysAgo(40), again: false, studiedBy: null },
      { name: "Camille Récente", sentAt: daysAgo(1), again: true, studiedBy: "Camille Durand" },
    ]);
    expect(allRequests).toEqual({ count: 2, oldest: daysAgo(40) });
    await expect(readManagerWaiting({ ...ctx, actor: await makeSignedIn(ctx, { role: "trainer" }) })).rejects.toMatchObject({
      code: "forbidden",
    });
  }));

test("AD-01 applications to study and ads to close are told with the age of the oldest", () =>
  story(async (ctx) => {
    const [manager, elsewhere] = [await managerOf(ctx, "054"), await managerOf(ctx, "075")];
    const { adId } = await aPublishedAd(manager);
    const { profileId } = await aTrainer(ctx);
    await ctx.db
      .insert(adApplications)
      .values({ adId, profileId, state: "sent", appliedAt: daysAgo(3), sentAt: daysAgo(3), lastActionAt: daysAgo(3) });
    const waiting = await readManagerWaiting(manager);
    expect(waiting.applications).toEqual({ count: 1, oldest: daysAgo(3) });
    expect(waiting.overdueAds).toEqual({ count: 0, oldest: null });
    await ctx.db.update(ads).set({ deadlineOn: "2026-11-10" }).where(eq(ads.id, adId));
    const { overdueAds } = await readManagerWaiting(manager);
    expect([overdueAds.count, overdueAds.oldest?.toISOString().slice(0, 10)]).toEqual([1, "2026-11-10"]);
    expect(await readManagerWaiting(elsewhere)).toMatchObject({ applications: { count: 0 }, overdueAds: { count: 0 } });
  }));

test("AD-01 the figures of the month count by Paris days what came in and what was decided, since its first day", () =>
  story(async (ctx) => {
    const manager = await managerOf(ctx, "054");
    const requestId = await aCandidate(ctx, "Durand", daysAgo(2));
    const [request] = await ctx.db.select().from(profileRequests).where(eq(profileRequests.id, requestId));
    const profileId = request?.profileId ?? "";
    const since = new Date("2026-10-31T23:00:00Z");
    await ctx.db.insert(profileEvents).values([
      { profileId, requestId, kind: "submitted", at: new Date("2026-10-31T22:30:00Z") },
      { profileId, requestId, kind: "submitted", at: new Date("2026-11-18T23:30:00Z") },
    ]);
    await validateRequest(manager, { requestId, version: 1 });
    const month = await readMonthOfRequests(manager, since);
    expect(month).toMatchObject({ received: 1, validated: 1, rejected: 0, corrections: 0, applications: 0 });
    expect(month.days).toHaveLength(21);
    expect(month.days.filter(({ received, decided }) => received + decided > 0)).toEqual([
      { day: "2026-11-19", received: 1, decided: 0 },
      { day: "2026-11-21", received: 0, decided: 1 },
    ]);
    const elsewhere = await managerOf(ctx, "075");
    expect((await readMonthOfRequests(elsewhere, since)).received).toBe(0);
    expect(await structureOf(ctx, "054")).toBe(request?.structureId);
  }));
