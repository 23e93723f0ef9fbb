import { eq, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { endApplications } from "../applications/end-applications";
import { lockAd } from "./lock-ad";
import { can } from "./policy";
import type { CloseAdInput } from "./schemas";

/**
 * Ends an ad: it leaves the lists, stays readable at its address and says that it is closed (EI-11, AD-05). In the same
 * gesture, every applicant who has no answer yet may be told why (EI-96).
 */
export function closeAd(ctx: Ctx, { adId, reason, tellApplicants }: CloseAdInput): Promise<{ told: number }> {
  return withTx(ctx, async (tx) => {
    const ad = await lockAd(tx, adId);
    ensure(can.close(tx.actor, ad));
    await tx.db
      .update(ads)
      .set({ state: "closed", closedAt: tx.now, closedReason: reason, version: sql`${ads.version} + 1` })
      .where(eq(ads.id, adId));
    const told = tellApplicants
      ? await endApplications(tx, "ad-closed-to-applicant", { ad, reason, which: sql`state in ('waiting', 'sent', 'studied')` })
      : 0;
    await audit(tx, { action: "ad.close", subject: { type: "ad", id: adId }, details: { reason, told } });
    return { told };
  });
}
