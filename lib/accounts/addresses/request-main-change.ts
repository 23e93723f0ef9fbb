import { audit } from "@/lib/audit/audit";
import { mine } from "@/lib/accounts/identity/policy";
import { requireSending } from "@/lib/accounts/links/next-sending";
import { requirePassword } from "@/lib/accounts/passwords/require-password";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import type { RequestAddressInput } from "./schemas";
import { sendProof } from "./send-proof";

/** Asks for another main address. Nothing changes before the link sent to it is followed and confirmed (MC-22). */
export async function requestMainChange(ctx: Ctx, { address, current }: RequestAddressInput): Promise<{ readonly address: string }> {
  const actor = mine(ctx.actor);
  const { accountId } = actor;
  await requirePassword(ctx, actor, current);
  if (actor.address === address)
    throw new Refusal("invalid", "L’adresse est à corriger.", { address: ["C’est déjà votre adresse principale."] });
  return withTx(ctx, async (tx) => {
    const resends = await requireSending(tx, "change_main", accountId);
    await sendProof(tx, { purpose: "change_main", accountId, address, resends });
    await audit(tx, { action: "address.main_request", accountId, subject: { type: "account", id: accountId } });
    return { address };
  });
}
