import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { removeBytes } from "@/lib/files/remove-file";
import { openAnswers } from "../profile/lock-profile";
import { dossierSpecs, sharedFields } from "./blocks.data";
import { standingVersions } from "./latest-versions";
import { lockOwnDossier, openDraft, storeDraft } from "./lock-dossier";
import { fillPlace } from "./set-piece";
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
    const draft = new Map(Object.entries(openDraft(dossier)));
    for (const { name } of dossierSpecs[block].fields) {
      // The form shows the profile's own words under the draft.
      if (!standing.waits && sharedFields.has(name)) draft.delete(name);
      else draft.set(name, standing.answers[name] ?? "");
    }
    await storeDraft(tx, dossier.id, Object.fromEntries(draft));
    const removed: string[] = [];
    for (const { slot } of dossierSpecs[block].slots) {
      const fileId = standing.files[slot];
      const file = fileId === undefined || standing.sent === null ? null : { fileId, addedAt: standing.sent.row.sentAt };
      removed.push(...(await fillPlace(tx, dossier.id, slot, file)));
    }
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
