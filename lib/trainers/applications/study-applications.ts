import { inArray } from "drizzle-orm";
import { adApplications } from "@/db/schema/ad-applications";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { lockReceived } from "./lock-received";

/** How many it was done to; the others had changed meanwhile. */
export interface Decided {
  readonly done: number;
  readonly left: number;
}

/** Marks applications as studied: from then on they are not withdrawn any more (EI-14). The ones already further stay so. */
export function studyApplications(ctx: Ctx, { adId, ids }: { readonly adId: string; readonly ids: readonly string[] }): Promise<Decided> {
  // No policy: lockReceived judges, by the ad.
  return withTx(ctx, async (tx) => {
    const { received } = await lockReceived(tx, adId, ids);
    const waiting = received.filter(({ state }) => state === "sent");
    const waitingIds = waiting.map(({ id }) => id);
    if (waiting.length > 0)
      await tx.db.update(adApplications).set({ state: "studied", lastActionAt: tx.now }).where(inArray(adApplications.id, waitingIds));
    for (const { id, accountId } of waiting)
      await audit(tx, { action: "application.study", subject: { type: "application", id }, accountId });
    return { done: waiting.length, left: ids.length - waiting.length };
  });
}
