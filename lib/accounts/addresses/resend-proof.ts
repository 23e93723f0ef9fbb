import { eq } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import { audit } from "@/lib/audit/audit";
import { mine } from "@/lib/accounts/identity/policy";
import { liveLink } from "@/lib/accounts/links/issue-link";
import { requireSending } from "@/lib/accounts/links/next-sending";
import { resendFrom } from "@/lib/accounts/links/rules";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import type { ProofInput } from "./schemas";
import { sendProof } from "./send-proof";

/** Sends the link of an address being proved anew: at once, then after 1, 5, 15 minutes. Gives when the next may be asked for. */
export function resendProof(ctx: Ctx, { purpose }: ProofInput): Promise<{ readonly nextFrom: Date }> {
  const { accountId } = mine(ctx.actor);
  return withTx(ctx, async (tx) => {
    const { address } = await pendingProof(tx, purpose, accountId);
    const resends = await requireSending(tx, purpose, accountId);
    await sendProof(tx, { purpose, accountId, address, resends });
    await audit(tx, { action: "address.resend", accountId, subject: { type: "account", id: accountId }, details: { purpose } });
    return { nextFrom: resendFrom(tx.now, resends) };
  });
}

/** Takes back the request for an address: its link stops working, nothing changes. */
export function cancelProof(ctx: Ctx, { purpose }: ProofInput): Promise<void> {
  const { accountId } = mine(ctx.actor);
  return withTx(ctx, async (tx) => {
    const { id } = await pendingProof(tx, purpose, accountId);
    await tx.db.update(mailedLinks).set({ voidedAt: tx.now, voidReason: "withdrawn" }).where(eq(mailedLinks.id, id));
    await audit(tx, { action: "address.cancel", accountId, subject: { type: "account", id: accountId }, details: { purpose } });
  });
}

async function pendingProof(
  tx: TxCtx,
  purpose: ProofInput["purpose"],
  accountId: string,
): Promise<{ readonly id: string; readonly address: string }> {
  const [link] = await tx.db
    .select({ id: mailedLinks.id, address: mailedLinks.address })
    .from(mailedLinks)
    .where(liveLink(purpose, accountId))
    .for("update");
  if (link === undefined) throw absent();
  return link;
}
