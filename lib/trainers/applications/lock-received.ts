import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { adApplications } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { trainerProfiles } from "@/db/schema/trainers";
import type { TxCtx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { can } from "../ads/policy";

/** Applications that an ad has received, taken until the end of the transaction; those of another structure's ad do not exist. */
export async function lockReceived(tx: TxCtx, adId: string, ids: readonly string[]) {
  const [ad] = await tx.db.select().from(ads).where(eq(ads.id, adId));
  if (ad === undefined) throw absent();
  ensure(can.see(tx.actor, ad));
  const received = await tx.db
    .select({ id: adApplications.id, state: adApplications.state, accountId: trainerProfiles.accountId })
    .from(adApplications)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, adApplications.profileId))
    .where(and(eq(adApplications.adId, adId), inArray(adApplications.id, [...ids]), isNotNull(adApplications.sentAt)))
    .orderBy(asc(adApplications.id))
    .for("update", { of: adApplications });
  if (received.length < ids.length) throw absent();
  return { ad, received };
}
