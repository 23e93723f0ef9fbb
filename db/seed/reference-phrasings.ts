import { isNull, sql } from "drizzle-orm";
import { phrasings } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { phrasingsData } from "./reference-phrasings.data";

/**
 * Gives the usual phrasings for what has no national one yet: on a new platform, or for a purpose that a newer version
 * knows. Those taken out since stay out. True when it did.
 */
export function seedPhrasings(ctx: Ctx): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    await tx.db.execute(sql`lock table ${phrasings} in share row exclusive mode`);
    const known = await tx.db.selectDistinct({ purpose: phrasings.purpose }).from(phrasings).where(isNull(phrasings.structureId));
    const missing = phrasingsData.filter(({ purpose }) => known.every((one) => one.purpose !== purpose));
    if (missing.length === 0) return false;
    await tx.db.insert(phrasings).values(missing.map((phrasing) => ({ ...phrasing, updatedAt: tx.now })));
    return true;
  });
}
