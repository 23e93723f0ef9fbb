import { eq, sql, type AnyColumn } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accounts, passkeys, totpSecrets } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";
import type { Role } from "@/lib/accounts/roles/vocabulary";
import { readSettings } from "@/lib/settings/read-settings";
import { isSecondFactorAsked } from "./rules";

/** Whether an account has a factor in use; for a query that knows the account by this column. */
export const hasFactorSql = (accountId: AnyColumn | string) => sql<boolean>`(
  exists (select 1 from ${totpSecrets} ft where ft.account_id = ${accountId} and ft.confirmed_at is not null)
  or exists (select 1 from ${passkeys} fp where fp.account_id = ${accountId}))`;

/** Whether signing in to this account goes on with the second factor. */
export async function isFactorAskedOf(ctx: Ctx, accountId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({
      hasFactor: hasFactorSql(accountId),
      roles: sql<
        Role[]
      >`coalesce((select json_agg(g.role) from ${roleGrants} g where g.account_id = ${accountId} and g.withdrawn_at is null), '[]'::json)`,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row !== undefined && isSecondFactorAsked(row, await readSettings(ctx));
}
