import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { addressesFor, readProvedAddresses } from "@/lib/accounts/addresses/addresses-for";
import { type IssuedLink, issueLink } from "@/lib/accounts/links/issue-link";
import type { TxCtx } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { queueMail } from "@/lib/mail/queue-mail";
import { readSettings } from "@/lib/settings/read-settings";

/** Makes the link by which a person chooses a new password. `after` is what its page explains first. */
export async function issueReset(
  tx: TxCtx,
  { accountId, resends = 0, after }: { accountId: string; resends?: number; after?: "undo" },
): Promise<IssuedLink & { readonly until: string; readonly main: string }> {
  const proved = await readProvedAddresses(tx, accountId);
  if (proved === null) throw new Error("no such account");
  const expiresAt = await resetEnd(tx);
  const link = await issueLink(tx, {
    purpose: "reset_password",
    subjectId: accountId,
    address: proved.main,
    expiresAt,
    resends,
    payload: after === undefined ? {} : { after },
  });
  return { ...link, until: dateTime(expiresAt), main: proved.main };
}

/** When a reset link made now stops working: one hour, unless the setting says otherwise (MC-20). */
export async function resetEnd(tx: TxCtx): Promise<Date> {
  return new Date(tx.now.getTime() + (await readSettings(tx))["password.resetMinutes"] * 60_000);
}

/** Mails one reset link, the same, to the main and to the secondary address (MC-21). */
export async function sendReset(tx: TxCtx, { accountId, resends }: { accountId: string; resends: number }): Promise<void> {
  const { linkId, url, code, until, main } = await issueReset(tx, { accountId, resends });
  const [account] = await tx.db.select({ firstName: accounts.firstName }).from(accounts).where(eq(accounts.id, accountId));
  for (const to of await addressesFor(tx, accountId, "password")) {
    await queueMail(tx, "reset-password", {
      to,
      accountId,
      cause: linkId,
      props: { firstName: account?.firstName ?? "", address: main, until },
      secrets: { url, code },
    });
  }
}
