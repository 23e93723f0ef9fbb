import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dossiers } from "@/db/schema/dossiers";
import { mails } from "@/db/schema/platform";
import { trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx, onCommittedCopy, testCtx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { furnish } from "../../testing/ad-stage";
import { aDossier } from "../../testing/ending-stage";
import { yearlyReviewJob } from "./yearly-review-job";

const story = (run: (tx: TxCtx) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await run(tx);
  });
const runOn = (ctx: Ctx, day: string) => {
  const now = new Date(`${day}T06:00:00Z`);
  return yearlyReviewJob.run({ ...ctx, now }, { asOf: now });
};
const asked = async ({ db }: Ctx) =>
  (await db.select().from(mails).where(eq(mails.kind, "dossier-yearly")).orderBy(asc(mails.createdAt))).map(
    ({ createdAt, props }) => [createdAt.toISOString().slice(0, 10), props["complete"]] as const,
  );
const completeSince = async (ctx: Ctx, firstCompleteOn: string, completeUntil: string | null = "9999-12-31") => {
  const own = await aDossier(ctx);
  await ctx.db.update(dossiers).set({ firstCompleteOn, completeUntil }).where(eq(dossiers.id, own.dossierId));
  return own;
};

test("EI-69 the whole file is asked again at each anniversary of its first complete validation, once", () =>
  story(async (tx) => {
    await completeSince(tx, "2026-03-14");
    for (const day of ["2026-03-14", "2026-12-31", "2027-03-13", "2027-03-14", "2027-03-15", "2028-03-13", "2028-03-14", "2028-03-14"])
      await runOn(tx, day);
    expect(await asked(tx)).toEqual([
      ["2027-03-14", true],
      ["2028-03-14", true],
    ]);
  }));

test("EI-69 TR-03 anniversaries missed during a stop are asked for once, on the return", () =>
  story(async (tx) => {
    await completeSince(tx, "2026-03-14", "2027-06-30");
    await runOn(tx, "2027-04-20");
    await runOn(tx, "2029-04-02");
    await runOn(tx, "2029-04-03");
    expect(await asked(tx)).toEqual([
      ["2027-04-20", true],
      ["2029-04-02", false],
    ]);
  }));

test("EI-69 the anniversary of a 29 February is the 28 where there is none", () =>
  story(async (tx) => {
    await completeSince(tx, "2028-02-29");
    for (const day of ["2029-02-27", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-28", "2032-02-29"]) await runOn(tx, day);
    expect((await asked(tx)).map(([day]) => day)).toEqual(["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]);
  }));

test("EI-69 nobody is asked whose file was never complete, or whose profile is archived", () =>
  story(async (tx) => {
    await aDossier(tx);
    const { trainer } = await completeSince(tx, "2026-03-14");
    await tx.db.update(trainerProfiles).set({ state: "archived" }).where(eq(trainerProfiles.id, trainer.profileId));
    expect(await runOn(tx, "2027-03-14")).toEqual({ mails: 0 });
  }));

test("EI-69 TR-03 two workers at once ask everybody once", () =>
  onCommittedCopy("yearly", async (db) => {
    const ctx = testCtx(db);
    await furnish(ctx);
    for (let count = 0; count < 5; count++) await completeSince(ctx, "2026-03-14");
    await Promise.all([runOn(ctx, "2027-03-14"), runOn(ctx, "2027-03-14")]);
    expect(await asked(ctx)).toHaveLength(5);
  }));
