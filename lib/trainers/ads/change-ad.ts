import { eq, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { adValues } from "./ad-values";
import { lockAd } from "./lock-ad";
import { can } from "./policy";
import { missingToPublish } from "./rules";
import type { ChangeAdInput } from "./schemas";

/**
 * Changes an ad that is not closed. One already published stays whole; an edit sends nothing (EI-15). Whoever edits an
 * older version is told, and keeps what was typed.
 */
export function changeAd(ctx: Ctx, { adId, version, ...input }: ChangeAdInput): Promise<{ adId: string }> {
  return withTx(ctx, async (tx) => {
    const ad = await lockAd(tx, adId);
    ensure(can.change(tx.actor, ad));
    ensure(can.writeFor(tx.actor, input.structureId));
    if (ad.version !== version)
      throw new Refusal(
        "conflict",
        "Cette annonce a été modifiée entre-temps par une autre personne. Ouvrez-la dans un autre onglet pour comparer : ce que vous avez saisi est conservé ici.",
      );
    if (ad.number !== null && ad.structureId !== input.structureId)
      throw new Refusal("invalid", "Certaines réponses sont à corriger.", {
        structureId: ["Le numéro d’une annonce publiée est celui de sa structure : elle ne change plus."],
      });
    const values = await adValues(tx, input);
    if (ad.state === "published") {
      // A deadline already over may stay as it is: the ad is simply no longer open.
      const asOf = ad.deadlineOn !== null && values.deadlineOn === ad.deadlineOn ? ad.deadlineOn : parisDay(tx.now);
      const missing = missingToPublish(values, asOf);
      if (Object.keys(missing).length > 0) throw new Refusal("invalid", "Une annonce publiée doit rester complète.", missing);
    }
    await tx.db
      .update(ads)
      .set({ ...values, version: sql`${ads.version} + 1` })
      .where(eq(ads.id, adId));
    await audit(tx, { action: "ad.change", subject: { type: "ad", id: adId } });
    return { adId };
  });
}
