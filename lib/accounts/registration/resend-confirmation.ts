import { eq } from "drizzle-orm";
import { registrationRequests } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { lockLinks } from "@/lib/accounts/links/issue-link";
import { resendFrom } from "@/lib/accounts/links/rules";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { duration } from "@/lib/core/format";
import { absent, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { readWaiting, type WaitingLink } from "./read-waiting";
import { sendConfirmation, sendKnown } from "./send-confirmation";

// No policy: who knows the number of the request, given to its author alone.
/** Sends the confirmation anew: at once, then after 1, 5, 15 minutes; the page says when (MC-07). */
export function resendConfirmation(ctx: Ctx, { requestId }: { readonly requestId: string }): Promise<{ next: string }> {
  return withTx(ctx, async (tx) => {
    // Pressed twice at once, the second reads what the first has sent.
    await lockLinks(tx, "confirm_registration", requestId);
    const link = await readWaiting(tx, requestId);
    if (link === null || link.usedAt !== null) throw absent();
    // Decoys end as requests do: the end must not tell which one it is.
    if (link.expiresAt.getTime() <= tx.now.getTime()) throw cancelled();
    const wait = (resendFrom(link.createdAt, link.resends).getTime() - tx.now.getTime()) / 1000;
    if (wait > 0) throw new Refusal("limited", `Vous pourrez demander un nouveau courriel dans ${duration(wait)}.`, {}, wait);
    await send(tx, link);
    await audit(tx, { action: "registration.resend", subject: { type: "registration_request", id: requestId } });
    return {
      next: `Le suivant pourra être demandé dans ${duration((resendFrom(tx.now, link.resends + 1).getTime() - tx.now.getTime()) / 1000)}.`,
    };
  });
}

async function send(tx: TxCtx, link: WaitingLink): Promise<void> {
  const resends = link.resends + 1;
  const accountId = link.payload["accountId"];
  if (accountId !== undefined)
    return sendKnown(tx, { decoyId: link.subjectId, accountId, address: link.address, expiresAt: link.expiresAt, resends });
  const [request] = await tx.db
    .select({ id: registrationRequests.id })
    .from(registrationRequests)
    .where(eq(registrationRequests.id, link.subjectId));
  if (request === undefined) throw cancelled();
  return sendConfirmation(tx, { requestId: request.id, resends });
}

const cancelled = () =>
  new Refusal("expired", "Cette demande d’inscription a été annulée : son délai est passé. Inscrivez-vous à nouveau.");
