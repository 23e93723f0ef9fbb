import { eq, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { lockAd } from "./lock-ad";
import { can } from "./policy";
import type { CloseAdInput } from "./schemas";

/** Ends an ad: it leaves the lists, stays readable at its address and says that it is closed (EI-11, AD-05). */
export function closeAd(ctx: Ctx, { adId, reason }: CloseAdInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const ad = await lockAd(tx, adId);
    ensure(can.close(tx.actor, ad));
    await tx.db
      .update(ads)
      .set({ state: "closed", closedAt: tx.now, closedReason: reason, version: sql`${ads.version} + 1` })
      .where(eq(ads.id, adId));
    await audit(tx, { action: "ad.close", subject: { type: "ad", id: adId }, details: { reason } });
  });
}
