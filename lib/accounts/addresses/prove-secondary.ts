import { audit } from "@/lib/audit/audit";
import { consumeLink } from "@/lib/accounts/links/consume-link";
import { liveLinkOf } from "@/lib/accounts/links/live-link-of";
import { lockUnblocked } from "@/lib/accounts/people/lock-person";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { addressesFor, readProvedAddresses } from "./addresses-for";
import { claimAddress } from "./claim-address";
import { tellWithdrawn } from "./tell-withdrawn";

export interface ProvedAddress {
  readonly accountId: string;
  /** The identifier to sign in with. */
  readonly main: string;
}

/** Makes a secondary address count, by the link sent to it (MC-21). No policy: whoever holds the link reads that mailbox. The main address is told. */
export function proveSecondary(ctx: Ctx, { token }: { readonly token: string }): Promise<ProvedAddress> {
  return withTx(ctx, async (tx) => {
    const { subjectId: accountId } = await liveLinkOf(tx, token, "prove_secondary");
    const { firstName } = await lockUnblocked(tx, accountId);
    const { id, address } = await consumeLink(tx, { token, purpose: "prove_secondary" });
    const before = await readProvedAddresses(tx, accountId);
    if (before === null || before.main === address) throw new Refusal("conflict", "Cette adresse est déjà l’adresse principale du compte.");
    const former = await claimAddress(tx, {
      accountId,
      kind: "secondary",
      address,
      otherwise: "Rien n’a changé : choisissez une autre adresse secondaire.",
    });
    for (const to of await addressesFor(tx, accountId, "addresses")) {
      await queueMail(tx, "secondary-added", { to, accountId, cause: id, props: { firstName, address }, secrets: {} });
    }
    if (former !== null && former !== address) await tellWithdrawn(tx, { accountId, firstName, address: former, cause: id });
    await audit(tx, {
      action: "address.secondary_prove",
      accountId,
      subject: { type: "account", id: accountId },
      details: { replaced: former !== null },
    });
    return { accountId, main: before.main };
  });
}
