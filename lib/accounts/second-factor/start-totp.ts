import { sql } from "drizzle-orm";
import { totpSecrets } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { seal } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { changeFactors } from "./change-factors";
import { readUnconfirmedTotp } from "./read-unconfirmed-totp";
import { newTotpSecret, totpContext, unconfirmedText } from "./totp";

/** Makes the secret that an application will hold; nothing is asked of it before a first code proves it. */
export function startTotp(ctx: Ctx): Promise<void> {
  return changeFactors(ctx, async (tx, { accountId, sessionId }, before) => {
    if (before.totp !== null)
      throw new Refusal("conflict", "Une application de codes est déjà configurée. Pour en changer, retirez d’abord celle-ci.");
    // The one already shown is kept: a second press must not void the code just scanned.
    if ((await readUnconfirmedTotp(tx)) !== null) return;
    const secret = seal(unconfirmedText(newTotpSecret(), sessionId), totpContext(accountId));
    await tx.db
      .insert(totpSecrets)
      .values({ accountId, secret, createdAt: tx.now })
      .onConflictDoUpdate({
        target: totpSecrets.accountId,
        set: { secret, createdAt: tx.now, lastStep: 0 },
        setWhere: sql`${totpSecrets.confirmedAt} is null`,
      });
    await audit(tx, { action: "account.totp_started", accountId, subject: { type: "account", id: accountId } });
  });
}
