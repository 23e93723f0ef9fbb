import { desc, eq, and } from "drizzle-orm";
import { dossierVersions } from "@/db/schema/dossiers";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { removeBytes } from "@/lib/files/remove-file";
import { openAnswers } from "../../profile/lock-profile";
import { standingVersions } from "../latest-versions";
import { openDraft, type OwnDossier, sealAnswers, versionContext } from "../lock-dossier";
import { lockVersion, type VersionRow } from "../lock-version";
import { sayingStanding, showStanding } from "../say-standing";
import { standingBlock } from "../standing-block";
import { isInForm } from "./being-corrected";
import { dueLeftovers } from "./due-versions";
import { type Erased, eraseFiles, freeFiles } from "./release-files";
import { rewriteDraft } from "./rewrite-draft";

// No policy: the job's own work.
/**
 * Empties a sending that was refused, withdrawn or replaced long ago: its answers, and its files but those that another
 * sending still shows (TR-31). That it was sent, when, and how it was judged stay.
 */
export async function emptyVersion(
  ctx: Ctx,
  { versionId, cutoff }: { readonly versionId: string; readonly cutoff: Date },
): Promise<Erased | null> {
  const erased = await withTx(ctx, async (tx) => {
    const { version, ...own } = await lockVersion(tx, versionId);
    if ((await dueLeftovers(tx, cutoff, versionId)).length === 0) return null;
    const untouched = await isInForm(tx, { versionId, dossierId: own.dossier.id, block: version.block });
    const taken = await eraseFiles(tx, await freeFiles(tx, versionId));
    const left = untouched ? await clearForm(tx, own, version) : [];
    await tx.db
      .update(dossierVersions)
      .set({ answersSealed: sealAnswers({}, versionContext(versionId)), forgottenAt: version.forgottenAt ?? tx.now })
      .where(eq(dossierVersions.id, versionId));
    await audit(tx, {
      action: "trainer.version_emptied",
      subject: { type: "dossier", id: own.dossier.id },
      accountId: own.profile.accountId,
      details: { block: version.block, version: version.number, state: version.state },
    });
    return { taken, left };
  });
  if (erased === null) return null;
  await removeBytes(ctx, [...erased.taken.fileIds, ...erased.left]);
  return erased.taken;
}

/**
 * What was refused and never corrected leaves the form too: it is the same words. What is in force comes back in its
 * place, number and document; half of it would keep all else from being sent.
 */
async function clearForm(tx: TxCtx, { profile, dossier }: OwnDossier, { id, block, state }: VersionRow): Promise<readonly string[]> {
  const [latest] = await tx.db
    .select({ id: dossierVersions.id })
    .from(dossierVersions)
    .where(and(eq(dossierVersions.dossierId, dossier.id), eq(dossierVersions.block, block)))
    .orderBy(desc(dossierVersions.number))
    .limit(1);
  if (state !== "refused" || latest?.id !== id) return [];
  const sent = (await standingVersions(tx, dossier.id)).get(block) ?? null;
  const standing = standingBlock(block, openAnswers(profile), sent);
  await rewriteDraft(tx, dossier.id, sayingStanding(openDraft(dossier), block, standing));
  return showStanding(tx, dossier.id, block, standing);
}
