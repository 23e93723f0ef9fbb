import { and, eq, isNull } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";

/** The open account that a canonical address belongs to, as main or secondary address. */
export async function findOwner(ctx: Ctx, canonical: string): Promise<{ readonly accountId: string; readonly firstName: string } | null> {
  const [owner] = await ctx.db
    .select({ accountId: accounts.id, firstName: accounts.firstName })
    .from(accountAddresses)
    .innerJoin(accounts, eq(accounts.id, accountAddresses.accountId))
    .where(and(eq(accountAddresses.canonical, canonical), isNull(accounts.closedAt)));
  return owner ?? null;
}
