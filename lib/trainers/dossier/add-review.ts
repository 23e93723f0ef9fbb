import { desc, eq } from "drizzle-orm";
import { dossierReviews } from "@/db/schema/dossiers";
import { accountIdOf, type TxCtx } from "@/lib/core/ctx";
import type { ReviewDecision } from "./vocabulary";

/** One line more of a version's history: two at once want the same number, and the database keeps one. */
export async function addReview(tx: TxCtx, versionId: string, decision: ReviewDecision, reason: string | null): Promise<void> {
  const [last] = await tx.db
    .select({ number: dossierReviews.number })
    .from(dossierReviews)
    .where(eq(dossierReviews.versionId, versionId))
    .orderBy(desc(dossierReviews.number))
    .limit(1);
  await tx.db.insert(dossierReviews).values({
    versionId,
    number: (last?.number ?? 0) + 1,
    decision,
    reason,
    reviewerId: accountIdOf(tx.actor),
    at: tx.now,
  });
}
