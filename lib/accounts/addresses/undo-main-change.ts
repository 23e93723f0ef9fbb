import { and, eq, gte } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { consumeLink } from "@/lib/accounts/links/consume-link";
import { liveLinkOf } from "@/lib/accounts/links/live-link-of";
import { voidLinks } from "@/lib/accounts/links/void-links";
import { dropTrust } from "@/lib/accounts/passwords/drop-trust";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { issueReset } from "@/lib/accounts/passwords/send-reset";
import { endSessions } from "@/lib/accounts/sessions/end-sessions";
import { lockUnblocked } from "@/lib/accounts/people/lock-person";
import { newToken } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { readSettings } from "@/lib/settings/read-settings";
import { claimAddress } from "./claim-address";
import { tellWithdrawn } from "./tell-withdrawn";

/**
 * Gives an account back to its former main address (MC-22). No policy: whoever holds the link reads that mailbox.
 * Somebody who changed it knows the password: so it stops working, all sessions and pending links end, and the way on is
 * the page where a new one is chosen (its path is given back, and mailed too).
 */
export async function undoMainChange(ctx: Ctx, { token }: { readonly token: string }): Promise<{ readonly resetPath: string }> {
  const nobodysPassword = await hashPassword(newToken());
  return withTx(ctx, async (tx) => {
    const accountId = (await liveLinkOf(tx, token, "undo_change")).payload["accountId"];
    if (accountId === undefined) throw absent();
    const { firstName } = await lockUnblocked(tx, accountId);
    const { id, address, createdAt } = await consumeLink(tx, { token, purpose: "undo_change" });
    const since = await dropRecentSecondary(tx, accountId, createdAt);
    const former = await claimAddress(tx, {
      accountId,
      kind: "main",
      address,
      otherwise: "Contactez l’assistance pour récupérer votre compte.",
    });
    await tx.db.update(accounts).set({ passwordHash: nobodysPassword }).where(eq(accounts.id, accountId));
    await endSessions(tx, { accountId, reason: "revoked" });
    await voidLinks(tx, {
      accountId,
      purposes: ["reset_password", "prove_secondary", "change_main", "undo_change"],
      reason: "address_changed",
    });
    const dropped = await dropTrust(tx, accountId);
    for (const withdrawn of [former, since]) {
      if (withdrawn !== null && withdrawn !== address) await tellWithdrawn(tx, { accountId, firstName, address: withdrawn, cause: id });
    }
    const { linkId, url, code, until } = await issueReset(tx, { accountId, after: "undo" });
    await queueMail(tx, "main-undone", {
      to: address,
      accountId,
      cause: linkId,
      props: { firstName, address, until },
      secrets: { url, code },
    });
    await audit(tx, { action: "address.main_undo", accountId, subject: { type: "account", id: accountId }, details: dropped });
    return { resetPath: new URL(url).pathname };
  });
}

/** A secondary address proved shortly before the change, or since, may be the thief's: it would receive the links that set a password. */
async function dropRecentSecondary(tx: TxCtx, accountId: string, changedAt: Date): Promise<string | null> {
  const since = new Date(changedAt.getTime() - (await readSettings(tx))["address.undoHours"] * 3_600_000);
  const [dropped] = await tx.db
    .delete(accountAddresses)
    .where(and(eq(accountAddresses.accountId, accountId), eq(accountAddresses.kind, "secondary"), gte(accountAddresses.provedAt, since)))
    .returning({ address: accountAddresses.address });
  return dropped?.address ?? null;
}
