import { lockPerson } from "@/lib/accounts/people/lock-person";
import { mine } from "@/lib/accounts/identity/policy";
import { type ProvedAddresses, readProvedAddresses } from "@/lib/accounts/addresses/addresses-for";
import { requirePassword } from "@/lib/accounts/passwords/require-password";
import { audit } from "@/lib/audit/audit";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { dateTime, longDate } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { removeBytes } from "@/lib/files/remove-file";
import { queueMail } from "@/lib/mail/queue-mail";
import { type ClosingRule, closingObstacles } from "./closing-rules";
import { erasePerson } from "./erase-person";
import type { CloseAccountInput } from "./schemas";

/**
 * Closes one's own account, for ever: whatever forbids it is said with its reason; else personal data are erased in
 * one transaction, and each address is told and free again (MC-30). `rules` come from every module of the product.
 */
export async function closeAccount(ctx: Ctx, { current }: CloseAccountInput, rules: readonly ClosingRule[]): Promise<void> {
  const actor = mine(ctx.actor);
  await requirePassword(ctx, actor, current);
  const { fileIds } = await withTx(ctx, async (tx) => {
    await lockPerson(tx, actor.accountId);
    const obstacles = await closingObstacles(tx, actor.accountId, rules);
    if (obstacles.length > 0) throw new Refusal("conflict", `Votre compte ne peut pas être fermé pour l’instant. ${obstacles.join(" ")}`);
    const addresses = await readProvedAddresses(tx, actor.accountId);
    const erased = await erasePerson(tx, actor.accountId);
    await tellAddresses(tx, actor, { addresses, waitsUntil: erased.waitsUntil });
    await audit(tx, { action: "account.close", accountId: actor.accountId, subject: { type: "account", id: actor.accountId } });
    return erased;
  });
  await removeBytes(ctx, fileIds);
}

interface Told {
  readonly addresses: ProvedAddresses | null;
  readonly waitsUntil: Date | null;
}

/** Each address, so that a theft is seen. Not tied to the account: the mail must outlive it. */
async function tellAddresses(tx: TxCtx, { accountId, firstName }: SignedIn, { addresses, waitsUntil }: Told): Promise<void> {
  for (const to of [addresses?.main, addresses?.secondary]) {
    if (typeof to === "string")
      await queueMail(tx, "account-closed", {
        to,
        cause: `close ${accountId}`,
        props: { firstName, at: dateTime(tx.now), device: tx.device, waitsUntil: waitsUntil === null ? null : longDate(waitsUntil) },
        secrets: {},
      });
  }
}

/** What the page shows before anything is typed: why the account cannot be closed now; empty when it can. */
export function readClosingObstacles(ctx: Ctx, rules: readonly ClosingRule[]): Promise<string[]> {
  const actor = mine(ctx.actor);
  return withTx(ctx, (tx) => closingObstacles(tx, actor.accountId, rules));
}
