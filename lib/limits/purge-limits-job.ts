import { and, lt, sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";

/**
 * Removes the counters whose window is over. Both clocks must agree: counters are measured by the system clock,
 * and a run "as of" a later day must not free those who are limited now.
 */
export async function purgeLimits(ctx: Ctx): Promise<{ readonly deleted: number }> {
  const { count } = await ctx.db.delete(rateLimits).where(and(lt(rateLimits.expire, ctx.now), lt(rateLimits.expire, sql`now()`)));
  return { deleted: count };
}
