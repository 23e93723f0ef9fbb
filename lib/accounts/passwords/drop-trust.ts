import { and, eq, inArray, isNull } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { appConsents, passkeys } from "@/db/schema/accounts";
import { isStaffRole } from "@/lib/accounts/roles/vocabulary";
import { readFactors } from "@/lib/accounts/second-factor/read-factors";
import { hasFactor } from "@/lib/accounts/second-factor/rules";
import { forgetFactors } from "@/lib/accounts/second-factor/remove-factor";
import type { TxCtx } from "@/lib/core/ctx";

/**
 * Drops what somebody else may have left in an account to come back without its password: passkeys, and consents that
 * they gave. Passkeys of staff stay, and TOTP always does: holding a mailbox must not be enough to get past the second
 * factor.
 */
export async function dropTrust(tx: TxCtx, accountId: string): Promise<{ readonly passkeys: number; readonly consents: number }> {
  const grants = await tx.db
    .select({ role: roleGrants.role })
    .from(roleGrants)
    .where(and(eq(roleGrants.accountId, accountId), isNull(roleGrants.withdrawnAt)));
  const staff = grants.some(({ role }) => isStaffRole(role));
  const dropped = staff ? [] : await tx.db.delete(passkeys).where(eq(passkeys.accountId, accountId)).returning({ id: passkeys.id });
  if (dropped.length > 0 && !hasFactor(await readFactors(tx, accountId))) await forgetFactors(tx, accountId);
  const ended = await tx.db
    .update(appConsents)
    .set({ endedAt: tx.now, endReason: "withdrawn" })
    .where(and(eq(appConsents.accountId, accountId), inArray(appConsents.mode, ["always", "once"]), isNull(appConsents.endedAt)))
    .returning({ id: appConsents.id });
  return { passkeys: dropped.length, consents: ended.length };
}
