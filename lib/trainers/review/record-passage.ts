import { and, eq } from "drizzle-orm";
import { profileEvents, requestReservations, reviewDrafts } from "@/db/schema/trainers";
import { accountIdOf, type TxCtx } from "@/lib/core/ctx";
import type { ProfileEventKind } from "./vocabulary";

interface Passed {
  readonly request: { readonly id: string };
  readonly profile: { readonly id: string };
}

/** One line of the history; whoever was on the request no longer is, and the words of whoever decided are spent. */
export async function recordPassage(tx: TxCtx, { request, profile }: Passed, kind: ProfileEventKind, reason?: string): Promise<void> {
  const actorId = accountIdOf(tx.actor);
  await tx.db
    .insert(profileEvents)
    .values({ profileId: profile.id, requestId: request.id, kind, at: tx.now, actorId, reason: reason ?? null });
  await tx.db.delete(requestReservations).where(eq(requestReservations.requestId, request.id));
  // Only one's own draft: somebody else may still want the words they wrote.
  if (actorId !== null)
    await tx.db.delete(reviewDrafts).where(and(eq(reviewDrafts.requestId, request.id), eq(reviewDrafts.accountId, actorId)));
}
