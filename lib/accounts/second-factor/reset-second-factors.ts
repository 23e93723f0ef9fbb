import { eq } from "drizzle-orm";
import { accounts, passkeys, totpSecrets } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { endSessions } from "@/lib/accounts/sessions/end-sessions";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { mayResetFactors } from "./policy";
import { readFactors } from "./read-factors";
import { hasFactor } from "./rules";
import { forgetFactors } from "./remove-factor";
import { tellFactorsReset } from "./tell-owner";

/**
 * For somebody who lost every factor, once support knows it is them: removes them all, ends their sessions and tells
 * them. The password is neither shown nor changed: the person still needs it. Gives how many sessions ended.
 */
export function resetSecondFactors(ctx: Ctx, { accountId }: { readonly accountId: string }): Promise<{ endedSessions: number }> {
  return withTx(ctx, async (tx) => {
    ensure(mayResetFactors(ctx.actor, accountId));
    requireFreshProof(ctx);
    const [account] = await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("no key update");
    if (account === undefined) throw absent();
    const before = await readFactors(tx, accountId);
    if (!hasFactor(before)) throw new Refusal("conflict", "Cette personne n’a pas de second facteur : il n’y a rien à retirer.");
    await tx.db.delete(totpSecrets).where(eq(totpSecrets.accountId, accountId));
    await tx.db.delete(passkeys).where(eq(passkeys.accountId, accountId));
    await forgetFactors(tx, accountId);
    const endedSessions = await endSessions(tx, { accountId, reason: "revoked" });
    const details = { totp: before.totp !== null, passkeys: before.passkeys.length, endedSessions };
    await audit(tx, { action: "account.factors_reset", accountId, subject: { type: "account", id: accountId }, details });
    await tellFactorsReset(tx, accountId);
    return { endedSessions };
  });
}
