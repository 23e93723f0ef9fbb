import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accountAddresses } from "@/db/schema/accounts";
import { adApplications } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { faultsOnScreen } from "@/lib/core/testing/typography";
import { listOwnSearches } from "@/lib/trainers/alerts/own-searches";
import { listOwnApplications, listOwnInvitations } from "@/lib/trainers/applications/own-applications";
import { aPublishedAd, furnish, managerOf } from "@/lib/trainers/testing/ad-stage";
import { seedDemonstrationApplications } from "./demonstration-applications";
import { seedDemonstrationTrainers } from "./demonstration-trainers";

async function as(ctx: Ctx, address: string): Promise<Ctx> {
  const [found] = await ctx.db.select().from(accountAddresses).where(eq(accountAddresses.canonical, address));
  return { ...ctx, actor: { kind: "account", accountId: found?.accountId ?? "", grants: [] } as unknown as SignedIn };
}

test("EI-14 EI-96 the demonstration has applications in every state, an invitation and a saved search; once only", () =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await seedDemonstrationTrainers(tx);
    expect(await seedDemonstrationApplications(tx)).toBe(false);
    const manager = await managerOf(tx, "054");
    const before = { ...manager, now: new Date(tx.now.getTime() - 20 * 86_400_000) };
    for (let count = 0; count < 4; count++) await aPublishedAd(before);
    expect(await seedDemonstrationApplications(tx)).toBe(true);
    expect(await seedDemonstrationApplications(tx)).toBe(false);

    const rows = await tx.db.select().from(adApplications).innerJoin(ads, eq(ads.id, adApplications.adId));
    expect(new Set(rows.map((row) => row.ad_applications.state))).toEqual(new Set(["waiting", "sent", "studied", "not_retained"]));
    expect(rows.every((row) => row.ads.publishedAt !== null && row.ads.publishedAt < row.ad_applications.appliedAt)).toBe(true);
    expect(
      rows.flatMap((row) => [...faultsOnScreen(row.ad_applications.comment), ...faultsOnScreen(row.ad_applications.reason ?? "")]),
    ).toEqual([]);
    const claire = await as(tx, "intervenant@demo.example");
    expect((await listOwnApplications(claire, null)).applications.map(({ state }) => state).toSorted()).toEqual([
      "not_retained",
      "sent",
      "studied",
    ]);
    expect(await listOwnInvitations(claire)).toHaveLength(1);
    expect(await listOwnSearches(claire)).toHaveLength(1);
    const ines = await as(tx, "candidate@demo.example");
    expect((await listOwnApplications(ines, null)).applications.map(({ state }) => state)).toEqual(["waiting"]);
  }));
