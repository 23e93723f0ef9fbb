import { asc, eq, sql } from "drizzle-orm";
import { adSequences, ads } from "@/db/schema/ads";
import { departments, structures } from "@/db/schema/references";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { withTx } from "@/lib/core/tx";
import { adNumber, monthOf } from "@/lib/trainers/ads/rules";
import { type AdPlan, planAds, planDrafts, type PublishedAd } from "./plan-ads";

const batch = 100;

/** Fills a platform that has no ad yet with hundreds of them, the same ones each time (EI-10); true when it did. */
export function seedDemonstrationAds(ctx: Ctx): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    // Two servers that start together: the second one waits, then finds them.
    await tx.db.execute(sql`lock table ${ads} in share row exclusive mode`);
    if ((await tx.db.$count(ads)) > 0) return false;
    const plan = await readPlan(tx);
    const rows = [...(await numbered(tx, plan, planAds(plan))), ...planDrafts(plan)];
    for (let start = 0; start < rows.length; start += batch) await tx.db.insert(ads).values(rows.slice(start, start + batch));
    return rows.length > 0;
  });
}

async function readPlan({ db, now }: TxCtx): Promise<AdPlan> {
  return {
    now,
    structures: await db.select().from(structures).where(eq(structures.active, true)).orderBy(asc(structures.code)),
    departments: await db.select().from(departments).orderBy(asc(departments.code)),
  };
}

/** Gives each ad the number it would have had on its day, and leaves the sequences where the next one goes on (EI-12). */
async function numbered({ db }: TxCtx, plan: AdPlan, published: readonly PublishedAd[]): Promise<PublishedAd[]> {
  const codes = new Map(plan.structures.map(({ id, code }) => [id, code]));
  const sequences = new Map<string, typeof adSequences.$inferInsert>();
  const withNumbers = published.map((ad) => {
    const { structureId } = ad;
    const month = monthOf(parisDay(ad.publishedAt));
    const last = (sequences.get(`${structureId} ${month}`)?.last ?? 0) + 1;
    sequences.set(`${structureId} ${month}`, { structureId, month, last });
    return { ...ad, number: adNumber(codes.get(structureId) ?? "", month, last) };
  });
  if (sequences.size > 0) await db.insert(adSequences).values([...sequences.values()]);
  return withNumbers;
}
