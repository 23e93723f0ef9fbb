import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { openAnswers } from "../profile/lock-profile";
import { readLists } from "../profile/read-lists";
import { addVersion } from "./add-version";
import { dossierSpecs } from "./blocks.data";
import { changedBlocks } from "./changed-blocks";
import { countComplete } from "./count-complete";
import { blockAnswers, blockToDo, filesOf } from "./judge";
import { draftFiles, latestVersions, standingVersions } from "./latest-versions";
import { formAnswers, lockOwnDossier } from "./lock-dossier";
import { openRequests } from "./requests";
import type { DossierBlock } from "./vocabulary";

export interface SentDossier {
  readonly blocks: readonly DossierBlock[];
}

/**
 * "Transmettre": each block that changed becomes a version that waits for a manager, in place of one that still waited
 * (EI-65). All or nothing: what is missing or wrong in any of them is told, and nothing leaves. No policy: lockOwnDossier has it.
 */
export function sendDossier(ctx: Ctx): Promise<SentDossier> {
  return withTx(ctx, async (tx) => {
    const { profile, dossier } = await lockOwnDossier(tx);
    const [sent, standing, files, requested, lists] = await Promise.all([
      latestVersions(tx, dossier.id),
      standingVersions(tx, dossier.id),
      draftFiles(tx, dossier.id),
      openRequests(tx, dossier.id),
      readLists(tx),
    ]);
    const answers = formAnswers(profile, dossier);
    const inForce = openAnswers(profile);
    const blocks = changedBlocks({ answers, inForce, files, sent, standing, requested });
    if (blocks.length === 0) throw new Refusal("invalid", "Rien n’a changé depuis votre dernier envoi : il n’y a rien à transmettre.");
    const judging = { lists, now: tx.now };
    const wrong = blocks.flatMap((block) => blockToDo(dossierSpecs[block], answers, filesOf(dossierSpecs[block], answers, files), judging));
    if (wrong.length > 0)
      throw new Refusal(
        "invalid",
        "Votre dossier n’est pas transmis : complétez ou corrigez ce qui suit.",
        Object.fromEntries(wrong.map(({ target, label, message }) => [target, [`${label} : ${message}`]])),
      );
    for (const block of blocks) {
      const spec = dossierSpecs[block];
      await addVersion(tx, {
        dossierId: dossier.id,
        block,
        answers: blockAnswers(spec, answers),
        files: filesOf(spec, answers, files),
        origin: "sent",
      });
    }
    await countComplete(tx, dossier.id, inForce);
    await audit(tx, {
      action: "trainer.dossier_sent",
      subject: { type: "dossier", id: dossier.id },
      accountId: profile.accountId,
      details: { blocks: [...blocks] },
    });
    return { blocks };
  });
}
