import { and, count, isNotNull, isNull, min } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { can } from "./policy";

/** How many accounts are blocked, and since when the first of them waits for a decision. */
export async function readBlocked(ctx: Ctx): Promise<{ readonly count: number; readonly oldest: Date | null }> {
  ensure(can.seePeople(ctx.actor));
  const [blocked] = await ctx.db
    .select({ total: count(), oldest: min(accounts.blockedAt) })
    .from(accounts)
    .where(and(isNotNull(accounts.blockedAt), isNull(accounts.closedAt)));
  return { count: blocked?.total ?? 0, oldest: blocked?.oldest ?? null };
}
