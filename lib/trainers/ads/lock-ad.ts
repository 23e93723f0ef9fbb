import { eq } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import type { TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";

/** Takes an ad until the end of the transaction: two decisions about it come one after the other. The policy is the caller's. */
export async function lockAd(tx: TxCtx, adId: string) {
  const [ad] = await tx.db.select().from(ads).where(eq(ads.id, adId)).for("update");
  if (ad === undefined) throw absent();
  return ad;
}
