import { and, eq, isNull } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import type { Ctx } from "@/lib/core/ctx";
import { applicationsOfRoles, type PasswordRuleId, rulesOfApplications } from "./rules";

/** The union of the rules of the applications where a person has a role, and of the one being entered (MC-03). */
export async function readPasswordRules(ctx: Ctx, accountId: string, entered?: ApplicationId): Promise<readonly PasswordRuleId[]> {
  const grants = await ctx.db
    .select({ role: roleGrants.role })
    .from(roleGrants)
    .where(and(eq(roleGrants.accountId, accountId), isNull(roleGrants.withdrawnAt)));
  const ids = applicationsOfRoles(grants.map(({ role }) => role));
  return rulesOfApplications(entered === undefined ? ids : [...ids, entered]);
}
