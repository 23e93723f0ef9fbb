import { and, eq } from "drizzle-orm";
import { profileRequests, reviewDrafts } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { applyChanges } from "../profile/merge";
import type { Answer } from "../profile/vocabulary";
import { remarkField } from "./fields.data";
import { can } from "./policy";
import type { SaveReviewDraftInput } from "./schemas";

export interface SavedRemarks {
  readonly savedAt: Date;
  /** Parts that another tab wrote meanwhile: left as they are there. */
  readonly conflicts: readonly { readonly part: string; readonly theirs: string }[];
}

/**
 * Keeps what a manager writes beside a profile, as often as they write; their own, found again on the next visit. Part by
 * part, each only if it still is as the page saw it: two tabs of theirs never overwrite each other silently. A page that
 * saves as they write is told what was held back; any other sending is refused whole. An empty text takes a remark away.
 */
export function saveReviewDraft(ctx: Ctx, { requestId, changes, live }: SaveReviewDraftInput): Promise<SavedRemarks> {
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
    const { answers, conflicts: differing } = applyChanges(kept?.remarks ?? {}, changes);
    const conflicts = differing.map(({ field, theirs }) => ({ part: field, theirs: textIn(theirs) }));
    if (conflicts.length > 0 && live === undefined) throw writtenElsewhere(conflicts);
    const remarks = Object.fromEntries(Object.entries(answers).flatMap(([part, text]) => (text === "" ? [] : [[part, textIn(text)]])));
    await tx.db.update(reviewDrafts).set({ remarks, updatedAt: tx.now }).where(own);
    // Once is enough: it is saved at every pause of whoever writes.
    if (first !== undefined) await audit(tx, { action: "trainer.review_saved", subject: { type: "profile_request", id: requestId } });
    return { savedAt: tx.now, conflicts };
  });
}

const textIn = (answer: Answer) => (typeof answer === "string" ? answer : "");

const writtenElsewhere = (conflicts: SavedRemarks["conflicts"]) =>
  new Refusal(
    "conflict",
    "Vous avez écrit autre chose dans un autre onglet : comparez les deux textes. Ce que vous avez saisi ici est conservé.",
    Object.fromEntries(
      conflicts.map(({ part, theirs }) => [
        remarkField(part),
        [theirs === "" ? "Ailleurs, cette remarque a été effacée." : `Enregistré ailleurs : ${theirs}`],
      ]),
    ),
  );
