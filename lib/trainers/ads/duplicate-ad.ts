import { eq } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import type { AdInput } from "./schemas";

/** Starts a new draft from an ad, whatever its state; dates are left out, since they are what changes (AD-05). */
export function duplicateAd(ctx: Ctx, { adId }: AdInput): Promise<{ adId: string }> {
  return withTx(ctx, async (tx) => {
    const [ad] = await tx.db.select().from(ads).where(eq(ads.id, adId));
    if (ad === undefined) throw absent();
    ensure(can.see(tx.actor, ad));
    const { structureId, title, description, profileSought, context, audience, duration, countryCode } = ad;
    const { regionCodes, departmentCodes, specialtyCodes, subSpecialtyCodes, place, contactName, contactPhone, contactAddress } = ad;
    const kept = { structureId, title, description, profileSought, context, audience, duration, countryCode };
    const choices = { regionCodes, departmentCodes, specialtyCodes, subSpecialtyCodes, place, contactName, contactPhone, contactAddress };
    const createdBy = accountIdOf(tx.actor);
    const [copy] = await tx.db
      .insert(ads)
      .values({ ...kept, ...choices, createdBy, createdAt: tx.now })
      .returning({ id: ads.id });
    if (copy === undefined) throw new Error("ad not stored");
    await audit(tx, { action: "ad.duplicate", subject: { type: "ad", id: copy.id }, details: { from: adId } });
    return { adId: copy.id };
  });
}
