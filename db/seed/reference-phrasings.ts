import { isNull, sql } from "drizzle-orm";
import { phrasings } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { phrasingsData } from "./reference-phrasings.data";

/** Gives a platform that has no national phrasing yet the usual ones; those taken out since stay out. True when it did. */
export function seedPhrasings(ctx: Ctx): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    await tx.db.execute(sql`lock table ${phrasings} in share row exclusive mode`);
    if ((await tx.db.$count(phrasings, isNull(phrasings.structureId))) > 0) return false;
    await tx.db.insert(phrasings).values(phrasingsData.map((phrasing) => ({ ...phrasing, updatedAt: tx.now })));
    return true;
  });
}
