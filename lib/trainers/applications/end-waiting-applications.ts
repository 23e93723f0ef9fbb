import { and, eq } from "drizzle-orm";
import { adApplications } from "@/db/schema/ad-applications";
import { audit } from "@/lib/audit/audit";
import type { TxCtx } from "@/lib/core/ctx";

// No policy: whoever ends a request ends what waited for it; that verb judges.
/**
 * Ends the applications that waited for a profile which is not validated: a later request sends none of them to ads long
 * past (EI-13). No mail of its own: the one that tells of the request says it all. Who holds the profile calls.
 */
export async function endWaitingApplications(tx: TxCtx, profile: { readonly id: string; readonly accountId: string }, reason: string) {
  const ended = await tx.db
    .update(adApplications)
    .set({ state: "not_retained", reason, answeredAt: tx.now, lastActionAt: tx.now })
    .where(and(eq(adApplications.profileId, profile.id), eq(adApplications.state, "waiting")))
    .returning({ id: adApplications.id });
  for (const { id } of ended)
    await audit(tx, {
      action: "application.answer",
      subject: { type: "application", id },
      accountId: profile.accountId,
      details: { reason },
    });
}
