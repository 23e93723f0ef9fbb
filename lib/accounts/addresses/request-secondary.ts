import { audit } from "@/lib/audit/audit";
import { mine } from "@/lib/accounts/identity/policy";
import { requireSending } from "@/lib/accounts/links/next-sending";
import { requirePassword } from "@/lib/accounts/passwords/require-password";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { readProvedAddresses } from "./addresses-for";
import type { RequestAddressInput } from "./schemas";
import { sendProof } from "./send-proof";

/**
 * Asks for a secondary address, in place of the present one if any. It counts only once proved by its own link (MC-21).
 * The password is asked again: a secondary address receives the links that set a new one.
 */
export async function requestSecondary(ctx: Ctx, { address, current }: RequestAddressInput): Promise<{ readonly address: string }> {
  const actor = mine(ctx.actor);
  const { accountId } = actor;
  await requirePassword(ctx, actor, current);
  return withTx(ctx, async (tx) => {
    const proved = await readProvedAddresses(tx, accountId);
    if (proved?.main === address) throw refused("C’est votre adresse principale : indiquez-en une autre.");
    if (proved?.secondary === address) throw refused("C’est déjà votre adresse secondaire.");
    const resends = await requireSending(tx, "prove_secondary", accountId);
    await sendProof(tx, { purpose: "prove_secondary", accountId, address, resends });
    await audit(tx, { action: "address.secondary_request", accountId, subject: { type: "account", id: accountId } });
    return { address };
  });
}

const refused = (message: string) => new Refusal("invalid", "L’adresse est à corriger.", { address: [message] });
