import { eq, sql } from "drizzle-orm";
import { adAlertRuns } from "@/db/schema/ad-applications";
import { adSequences, ads } from "@/db/schema/ads";
import { structures } from "@/db/schema/references";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { wakeJob } from "@/lib/jobs/wake-job";
import { queueAdAlerts } from "../alerts/job-name";
import { lockAd } from "./lock-ad";
import { can } from "./policy";
import { adNumber, missingToPublish, monthOf } from "./rules";
import type { AdInput } from "./schemas";

/** Makes an ad visible to all, under the number it keeps (EI-12, AD-05). Refuses one that is not whole, field by field. */
export function publishAd(ctx: Ctx, { adId }: AdInput): Promise<{ number: string }> {
  return withTx(ctx, async (tx) => {
    const ad = await lockAd(tx, adId);
    ensure(can.publish(tx.actor, ad));
    const today = parisDay(tx.now);
    const missing = missingToPublish(ad, today);
    if (Object.keys(missing).length > 0)
      throw new Refusal("invalid", `Il manque encore quelque chose à cette annonce. ${Object.values(missing).flat().join(" ")}`);
    const number = await nextNumber(tx, ad.structureId, monthOf(today));
    await tx.db
      .update(ads)
      .set({ state: "published", number, publishedAt: tx.now, version: sql`${ads.version} + 1` })
      .where(eq(ads.id, adId));
    // Who wants a mail is found by the worker: publishing is as fast whatever their number (EI-15).
    await tx.db.insert(adAlertRuns).values({ adId, queuedAt: tx.now }).onConflictDoNothing();
    await wakeJob(tx, queueAdAlerts);
    await audit(tx, { action: "ad.publish", subject: { type: "ad", id: adId }, details: { number } });
    return { number };
  });
}

/** The row of the structure and month is locked by the insert: no number is given twice, none is skipped by a refusal. */
async function nextNumber(tx: TxCtx, structureId: string, month: string): Promise<string> {
  const [structure] = await tx.db.select({ code: structures.code }).from(structures).where(eq(structures.id, structureId));
  const [sequence] = await tx.db
    .insert(adSequences)
    .values({ structureId, month, last: 1 })
    .onConflictDoUpdate({ target: [adSequences.structureId, adSequences.month], set: { last: sql`${adSequences.last} + 1` } })
    .returning({ last: adSequences.last });
  if (structure === undefined || sequence === undefined) throw new Error("no number for the ad");
  return adNumber(structure.code, month, sequence.last);
}
