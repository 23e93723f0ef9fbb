import type { TxCtx } from "@/lib/core/ctx";
import type { Answers } from "../profile/vocabulary";
import { dossierSpecs, sharedFields } from "./blocks.data";
import { fillPlace } from "./set-piece";
import type { StandingBlock } from "./standing-block";
import type { DossierBlock } from "./vocabulary";

/** The draft, once it says of a block what counts, and no more; nothing of a block of which nothing counts. */
export function sayingStanding(draft: Answers, block: DossierBlock, standing: StandingBlock | null): Answers {
  const said = new Map(Object.entries(draft));
  for (const { name } of dossierSpecs[block].fields) {
    // The form shows the profile's own words under the draft.
    if (standing === null || (!standing.waits && sharedFields.has(name))) said.delete(name);
    else said.set(name, standing.answers[name] ?? "");
  }
  return Object.fromEntries(said);
}

/** The same of its files. Answers those that nothing points at any more; the caller has the dossier. */
export async function showStanding(
  tx: TxCtx,
  dossierId: string,
  block: DossierBlock,
  standing: StandingBlock | null,
): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const { slot } of dossierSpecs[block].slots) {
    const fileId = standing?.files[slot];
    const sent = standing?.sent ?? null;
    const file = fileId === undefined || sent === null ? null : { fileId, addedAt: sent.row.sentAt };
    removed.push(...(await fillPlace(tx, dossierId, slot, file)));
  }
  return removed;
}
