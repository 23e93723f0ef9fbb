import { and, eq } from "drizzle-orm";
import { profileRequests, reviewDrafts } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import type { SaveReviewDraftInput } from "./schemas";

/**
 * Keeps what a manager writes beside a profile, as often as they write; their own, found again on the next visit. Part by
 * part: another tab of theirs, older, leaves alone what it did not touch. An empty text takes the remark away.
 */
export function saveReviewDraft(ctx: Ctx, { requestId, changes }: SaveReviewDraftInput): Promise<{ savedAt: Date }> {
  return withTx(ctx, async (tx) => {
    const [request] = await tx.db
      .select({ structureId: profileRequests.structureId })
      .from(profileRequests)
      .where(eq(profileRequests.id, requestId));
    if (request === undefined) throw absent();
    ensure(can.study(tx.actor, request.structureId));
    if (tx.actor.kind !== "account") throw absent();
    const { accountId } = tx.actor;
    const own = and(eq(reviewDrafts.requestId, requestId), eq(reviewDrafts.accountId, accountId));
    const [first] = await tx.db
      .insert(reviewDrafts)
      .values({ requestId, accountId, remarks: {}, updatedAt: tx.now })
      .onConflictDoNothing()
      .returning({ requestId: reviewDrafts.requestId });
    const [kept] = await tx.db.select({ remarks: reviewDrafts.remarks }).from(reviewDrafts).where(own).for("update");
    const remarks = Object.fromEntries(Object.entries({ ...kept?.remarks, ...changes }).filter(([, text]) => text !== ""));
    await tx.db.update(reviewDrafts).set({ remarks, updatedAt: tx.now }).where(own);
    // Once is enough: it is saved at every pause of whoever writes.
    if (first !== undefined) await audit(tx, { action: "trainer.review_saved", subject: { type: "profile_request", id: requestId } });
    return { savedAt: tx.now };
  });
}
