import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { removeBytes } from "@/lib/files/remove-file";
import { openAnswers } from "../profile/lock-profile";
import { standingVersions } from "./latest-versions";
import { lockOwnDossier, openDraft, storeDraft } from "./lock-dossier";
import { sayingStanding, showStanding } from "./say-standing";
import { standingBlock } from "./standing-block";
import type { DossierBlock } from "./vocabulary";

export interface RestoredBlock {
  readonly block: DossierBlock;
  readonly at: Date;
}

/**
 * "Remettre le document en vigueur": the form says again, of one block, what waits or else is in force. What was typed or
 * joined since leaves the form; what was sent does not change (EI-68). No policy: lockOwnDossier has it.
 */
export async function restoreBlock(
  ctx: Ctx,
  { block }: { readonly block: DossierBlock },
  tools: FileTools = fileTools(),
): Promise<RestoredBlock> {
  const removed = await withTx(ctx, async (tx) => {
    const { profile, dossier } = await lockOwnDossier(tx);
    const sent = (await standingVersions(tx, dossier.id)).get(block) ?? null;
    const standing = standingBlock(block, openAnswers(profile), sent);
    if (standing === null) throw new Refusal("conflict", "Rien n’est en vigueur ni en attente pour ce bloc : il n’y a rien à remettre.");
    await storeDraft(tx, dossier.id, sayingStanding(openDraft(dossier), block, standing));
    const removed = await showStanding(tx, dossier.id, block, standing);
    await audit(tx, {
      action: "trainer.block_restored",
      subject: { type: "dossier", id: dossier.id },
      accountId: profile.accountId,
      details: { block },
    });
    return removed;
  });
  await removeBytes(ctx, removed, tools);
  return { block, at: ctx.now };
}
