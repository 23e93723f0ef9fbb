import { and, eq } from "drizzle-orm";
import { profileRequests, reviewDrafts } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import type { SaveReviewDraftInput } from "./schemas";

/** Keeps what a manager writes beside a profile, as often as they write; their own, found again on the next visit. */
export function saveReviewDraft(ctx: Ctx, { requestId, remarks }: SaveReviewDraftInput): Promise<{ savedAt: Date }> {
  return withTx(ctx, async (tx) => {
    const [request] = await tx.db
      .select({ structureId: profileRequests.structureId })
      .from(profileRequests)
      .where(eq(profileRequests.id, requestId));
    if (request === undefined) throw absent();
    ensure(can.study(tx.actor, request.structureId));
    if (tx.actor.kind !== "account") throw absent();
    const { accountId } = tx.actor;
    const [first] = await tx.db
      .insert(reviewDrafts)
      .values({ requestId, accountId, remarks, updatedAt: tx.now })
      .onConflictDoNothing()
      .returning({ requestId: reviewDrafts.requestId });
    if (first === undefined)
      await tx.db
        .update(reviewDrafts)
        .set({ remarks, updatedAt: tx.now })
        .where(and(eq(reviewDrafts.requestId, requestId), eq(reviewDrafts.accountId, accountId)));
    // Once is enough: it is saved at every pause of whoever writes.
    else await audit(tx, { action: "trainer.review_saved", subject: { type: "profile_request", id: requestId } });
    return { savedAt: tx.now };
  });
}
