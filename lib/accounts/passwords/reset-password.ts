import { and, eq } from "drizzle-orm";
import { auditLog } from "@/db/schema/platform";
import { audit } from "@/lib/audit/audit";
import { readProvedAddresses } from "@/lib/accounts/addresses/addresses-for";
import { consumeLink } from "@/lib/accounts/links/consume-link";
import { liveLinkOf } from "@/lib/accounts/links/live-link-of";
import { requireSign } from "@/lib/accounts/links/require-sign";
import { voidLinks } from "@/lib/accounts/links/void-links";
import { lockUnblocked } from "@/lib/accounts/people/lock-person";
import { endSessions } from "@/lib/accounts/sessions/end-sessions";
import { forgetFailures } from "@/lib/accounts/sign-in/throttle";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { choosePassword, storePassword } from "./choose-password";
import { dropTrust } from "./drop-trust";
import type { ResetPasswordInput } from "./schemas";
import { tellPasswordChanged } from "./tell-password-changed";

const resetAction = "password.reset";

/**
 * Sets a new password by a mailed link (MC-20). No policy: whoever holds the live link acts on its account. Judged
 * before the link is used up, so that a refused password leaves it good. Every session ends; the first reset also
 * drops the trust that somebody else could have built up before (sign-up made by another person).
 */
export async function resetPassword(ctx: Ctx, input: ResetPasswordInput): Promise<{ readonly address: string }> {
  const link = await liveLinkOf(ctx, input.token, "reset_password");
  await requireSign(ctx, link, input);
  const accountId = link.subjectId;
  const chosen = await choosePassword(ctx, { accountId, password: input.password });
  return withTx(ctx, async (tx) => {
    // First, as everywhere: an account before its links, so that two changes never wait for each other.
    await lockUnblocked(tx, accountId);
    const used = await consumeLink(tx, { token: input.token, purpose: "reset_password" });
    await storePassword(tx, accountId, chosen);
    const ended = await endSessions(tx, { accountId, reason: "password_reset" });
    await voidLinks(tx, { accountId, purposes: ["prove_secondary", "change_main"], reason: "withdrawn" });
    const dropped = (await isFirstReset(tx, accountId)) ? await dropTrust(tx, accountId) : { passkeys: 0, consents: 0 };
    const proved = await readProvedAddresses(tx, accountId);
    await forgetFailures(tx, accountId);
    await tellPasswordChanged(tx, { accountId, cause: used.id, droppedPasskeys: dropped.passkeys > 0 });
    await audit(tx, {
      action: resetAction,
      accountId,
      subject: { type: "account", id: accountId },
      details: { endedSessions: ended, ...dropped },
    });
    return { address: proved?.main ?? link.address };
  });
}

/** The first one that the log remembers: later ones are those of somebody who forgets, and keep what they set up. */
async function isFirstReset(tx: TxCtx, accountId: string): Promise<boolean> {
  const earlier = await tx.db
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(and(eq(auditLog.accountId, accountId), eq(auditLog.action, resetAction)))
    .limit(1);
  return earlier.length === 0;
}
