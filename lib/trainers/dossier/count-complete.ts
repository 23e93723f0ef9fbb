import { and, eq, isNull } from "drizzle-orm";
import { dossierRequests, dossiers, dossierVersions } from "@/db/schema/dossiers";
import type { TxCtx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { readSettings } from "@/lib/settings/read-settings";
import type { Answers } from "../profile/vocabulary";
import { needOf } from "./needs.data";
import { completeUntil } from "./piece-states";
import { dossierBlocks } from "./vocabulary";

/** The same for the dossier of a profile, when there is one. */
export async function countCompleteOf(tx: TxCtx, profileId: string, inForce: Answers): Promise<void> {
  const [dossier] = await tx.db.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.profileId, profileId));
  if (dossier !== undefined) await countComplete(tx, dossier.id, inForce);
}

/**
 * Counts again until when a dossier is whole, in the transaction of what may have changed it (a sending, a decision, a
 * request, an extension, another status). Says whether it has just become whole.
 */
export async function countComplete(tx: TxCtx, dossierId: string, inForce: Answers): Promise<{ readonly becameComplete: boolean }> {
  const [[before], versions, requests, settings] = await Promise.all([
    tx.db.select().from(dossiers).where(eq(dossiers.id, dossierId)),
    tx.db
      .select({
        block: dossierVersions.block,
        state: dossierVersions.state,
        waitingSince: dossierVersions.waitingSince,
        endsOn: dossierVersions.endsOn,
      })
      .from(dossierVersions)
      .where(eq(dossierVersions.dossierId, dossierId)),
    tx.db
      .select({ block: dossierRequests.block })
      .from(dossierRequests)
      .where(and(eq(dossierRequests.dossierId, dossierId), isNull(dossierRequests.withdrawnAt))),
    readSettings(tx),
  ]);
  const requested = new Set(requests.map(({ block }) => block));
  const until = completeUntil(
    dossierBlocks.map((block) => {
      const sendings = versions.filter((version) => version.block === block);
      const waiting = sendings.find(({ state }) => state === "waiting");
      return {
        asked: needOf(block, inForce) === "required" || requested.has(block),
        validated: sendings.find(({ state }) => state === "validated") ?? null,
        waitingSince: waiting === undefined ? null : parisDay(waiting.waitingSince),
      };
    }),
    settings["dossier.waitingCoversDays"],
  );
  const today = parisDay(tx.now);
  const isWhole = until !== null && until >= today;
  const wasWhole = before?.completeUntil != null && before.completeUntil >= today;
  await tx.db
    .update(dossiers)
    .set({ completeUntil: until, ...(isWhole && before?.firstCompleteOn === null && { firstCompleteOn: today }) })
    .where(eq(dossiers.id, dossierId));
  return { becameComplete: isWhole && !wasWhole };
}
