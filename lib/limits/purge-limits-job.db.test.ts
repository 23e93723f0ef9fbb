import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rateLimits } from "@/db/schema/platform";
import { inRolledBackTx, testCtx } from "@/db/testing/rollback";
import { purgeLimits } from "./purge-limits-job";

const remaining = async (ctx: ReturnType<typeof testCtx>) => (await ctx.db.select().from(rateLimits)).map(({ key }) => key);

test("MC-11 counters whose window is over are removed, the others stay, even for a job run as of next year", () =>
  inRolledBackTx(async (tx) => {
    await tx.db.insert(rateLimits).values([
      { key: "over", points: 9, expire: sql`now() - interval '1 minute'` },
      { key: "running", points: 9, expire: sql`now() + interval '1 minute'` },
    ]);
    const nextYear = new Date(Date.now() + 365 * 86_400_000);
    expect(await purgeLimits(testCtx(tx.db, { now: nextYear }))).toEqual({ deleted: 1 });
    expect(await remaining(testCtx(tx.db))).toEqual(["running"]);
  }));

test("MC-11 a job caught up as of last year removes nothing that was still running then", () =>
  inRolledBackTx(async (tx) => {
    await tx.db.insert(rateLimits).values({ key: "over", points: 9, expire: sql`now() - interval '1 minute'` });
    const lastYear = new Date(Date.now() - 365 * 86_400_000);
    expect(await purgeLimits(testCtx(tx.db, { now: lastYear }))).toEqual({ deleted: 0 });
  }));
