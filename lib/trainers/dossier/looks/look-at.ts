import type { TxCtx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { can } from "../policy";
import { liveOpening } from "./live-opening";
import { type Look, noteLook } from "./note-look";

/**
 * The door to all that staff sees of a dossier: under a live opening, and written down first (EI-60, EI-98). What the
 * calling verb refuses afterwards was not seen: its line goes with the transaction. Answers the opening.
 */
export async function lookAt(tx: TxCtx, look: Omit<Look, "openingId">) {
  const opening = await liveOpening(tx, look.dossierId);
  ensure(can.study(tx.actor, { accountId: look.trainerId }, opening, tx.now));
  if (opening === null) throw absent();
  await noteLook(tx, { openingId: opening.id, ...look });
  return opening;
}
