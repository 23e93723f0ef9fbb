import { ads } from "@/db/schema/ads";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { adValues } from "./ad-values";
import { can } from "./policy";
import type { CreateAdInput } from "./schemas";

/** Writes a new ad, as a draft that only its structure sees (AD-05). */
export function createAd(ctx: Ctx, input: CreateAdInput): Promise<{ adId: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.writeFor(tx.actor, input.structureId));
    const createdBy = accountIdOf(tx.actor);
    const [ad] = await tx.db
      .insert(ads)
      .values({ ...(await adValues(tx, input)), createdBy, createdAt: tx.now })
      .returning({ id: ads.id });
    if (ad === undefined) throw new Error("ad not stored");
    await audit(tx, { action: "ad.create", subject: { type: "ad", id: ad.id } });
    return { adId: ad.id };
  });
}
