import type { Ctx } from "@/lib/core/ctx";
import { log } from "@/lib/core/log";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { decideVersion } from "../decide-version";
import { liveOpening } from "../looks/live-opening";
import { openDossier } from "../looks/open-dossier";
import { can } from "../policy";
import { blockLabels } from "../vocabulary";
import { listChosen, type PieceLine } from "./list-waiting";
import type { DecideSeveralInput } from "./schemas";

/** What became of one piece of the selection. */
export interface PieceOutcome {
  readonly id: string;
  readonly name: string;
  readonly block: string;
  readonly done: boolean;
  /** What was done, or why it was not. */
  readonly message: string;
}

// No audit: each decision and each opening writes its own line.
/**
 * Validates several blocks at once (AD-04): the verb of one, once for each, in a transaction of its own with its policy,
 * its line in the log and its mails. A changed IBAN is never one of many (EI-106). One reason opens the dossiers that are not open yet. What is refused for one changes
 * nothing for the others, and is told.
 */
export async function decideSeveral(ctx: Ctx, { versionIds, reason }: DecideSeveralInput): Promise<readonly PieceOutcome[]> {
  ensure(can.list(ctx.actor));
  const lines = new Map((await listChosen(ctx, versionIds)).map((line) => [line.id, line]));
  const outcomes: PieceOutcome[] = [];
  const ordered = [...lines.keys(), ...versionIds.filter((id) => !lines.has(id))];
  // One after the other: each takes its dossier.
  for (const id of ordered) {
    const line = lines.get(id);
    outcomes.push({
      id,
      name: line === undefined ? "Pièce inconnue" : `${line.lastName} ${line.firstName}`,
      block: line === undefined ? "" : blockLabels[line.block],
      ...(await decideOne(ctx, line, { id, reason })),
    });
  }
  return outcomes;
}

async function decideOne(
  ctx: Ctx,
  line: PieceLine | undefined,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Pick<PieceOutcome, "done" | "message">> {
  try {
    if (line === undefined) return { done: false, message: "Ce bloc n’existe plus." };
    if (line.needsSecond) return { done: false, message: "Changement d’IBAN : à décider à part, le document sous les yeux." };
    await withTx(ctx, async (tx) => {
      if (reason !== "" && (await liveOpening(tx, line.dossierId)) === null)
        await openDossier(tx, { profileId: line.profileId, interventionId: null, structureId: null, reason });
      return decideVersion(tx, { versionId: id, decision: "validated", reason: null });
    });
    return { done: true, message: "Validé." };
  } catch (error) {
    if (error instanceof Refusal) return { done: false, message: error.code === "absent" ? "Ce bloc n’existe plus." : error.message };
    // The others must not lose their answer because of one.
    log.error({ err: error, requestId: ctx.requestId, versionId: id }, "one decision of a selection failed");
    return { done: false, message: "Une erreur est survenue. Réessayez pour ce bloc dans un instant." };
  }
}
