import { randomUUID } from "node:crypto";
import { audit } from "@/lib/audit/audit";
import { consumeLink } from "@/lib/accounts/links/consume-link";
import { issueLink } from "@/lib/accounts/links/issue-link";
import { liveLinkOf } from "@/lib/accounts/links/live-link-of";
import { voidLinks } from "@/lib/accounts/links/void-links";
import { lockUnblocked } from "@/lib/accounts/people/lock-person";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { readSettings } from "@/lib/settings/read-settings";
import { claimAddress } from "./claim-address";
import type { ProvedAddress } from "./prove-secondary";

/**
 * Makes the new main address count, by the link sent to it (MC-22). No policy: whoever holds the link reads that
 * mailbox. The former address is told, with a link that undoes it; reset links sent before no longer work.
 */
export function confirmMainChange(ctx: Ctx, { token }: { readonly token: string }): Promise<ProvedAddress> {
  return withTx(ctx, async (tx) => {
    const { subjectId: accountId } = await liveLinkOf(tx, token, "change_main");
    const { firstName } = await lockUnblocked(tx, accountId);
    const { address } = await consumeLink(tx, { token, purpose: "change_main" });
    const former = await claimAddress(tx, {
      accountId,
      kind: "main",
      address,
      otherwise: "Votre adresse principale n’a pas changé : choisissez-en une autre.",
    });
    await voidLinks(tx, { accountId, purposes: ["reset_password"], reason: "address_changed" });
    if (former !== null) await offerUndo(tx, { accountId, firstName, former, address });
    await audit(tx, { action: "address.main_change", accountId, subject: { type: "account", id: accountId } });
    return { accountId, main: address };
  });
}

interface Change {
  readonly accountId: string;
  readonly firstName: string;
  readonly former: string;
  readonly address: string;
}

/** Each change has its own undo link, under a number of its own: a second change does not take the first one's away. */
async function offerUndo(tx: TxCtx, { accountId, firstName, former, address }: Change): Promise<void> {
  const expiresAt = new Date(tx.now.getTime() + (await readSettings(tx))["address.undoHours"] * 3_600_000);
  const { linkId, url, code } = await issueLink(tx, {
    purpose: "undo_change",
    subjectId: randomUUID(),
    address: former,
    expiresAt,
    payload: { accountId },
  });
  await queueMail(tx, "main-changed", {
    to: former,
    accountId,
    cause: linkId,
    props: { firstName, former, address, until: dateTime(expiresAt) },
    secrets: { url, code },
  });
}
