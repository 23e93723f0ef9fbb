import { eq } from "drizzle-orm";
import { dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { removeBytes } from "@/lib/files/remove-file";
import { textOf } from "../../profile/rules";
import { openDraft, openSealed, sealAnswers, versionContext } from "../lock-dossier";
import { lockVersion } from "../lock-version";
import { changedInForm } from "./being-corrected";
import { dueScans } from "./due-versions";
import { type Erased, eraseFiles } from "./release-files";
import { rewriteDraft } from "./rewrite-draft";

/** What stays of a document's number once the document was verified. */
export const lastCharacters = (number: string): string => number.trim().slice(-3);

// No policy: the job's own work.
/**
 * Erases the scans of a verified identity document or carte vitale, and all but the end of the document's number
 * (EI-105). Its kind, dates, who verified it and the fingerprint of the file stay: the piece still counts.
 */
export async function forgetScan(
  ctx: Ctx,
  { versionId, cutoff }: { readonly versionId: string; readonly cutoff: Date },
): Promise<Erased | null> {
  const erased = await withTx(ctx, async (tx) => {
    const { version, dossier, profile } = await lockVersion(tx, versionId);
    // Decided again, or shown by a new sending, since the list was made.
    if ((await dueScans(tx, cutoff, versionId)).length === 0) return null;
    const shown = await tx.db
      .select({ fileId: dossierVersionFiles.fileId })
      .from(dossierVersionFiles)
      .where(eq(dossierVersionFiles.versionId, versionId));
    const corrected = (await changedInForm(tx, [{ versionId, dossierId: dossier.id, block: version.block }])).size > 0;
    const taken = await eraseFiles(
      tx,
      shown.map(({ fileId }) => fileId),
    );
    const answers = openSealed(version.answersSealed, versionContext(versionId));
    const whole = textOf(answers, "documentNumber");
    const kept = lastCharacters(whole);
    await tx.db
      .update(dossierVersions)
      .set({
        forgottenAt: tx.now,
        ...(whole !== "" && { answersSealed: sealAnswers({ ...answers, documentNumber: kept }, versionContext(versionId)) }),
      })
      .where(eq(dossierVersions.id, versionId));
    const draft = openDraft(dossier);
    // The form goes on saying what was sent, no more; unless new files are there to be sent with the number.
    if (!corrected && whole !== "" && textOf(draft, "documentNumber").trim() === whole)
      await rewriteDraft(tx, dossier.id, { ...draft, documentNumber: kept });
    await audit(tx, {
      action: "trainer.scans_forgotten",
      subject: { type: "dossier", id: dossier.id },
      accountId: profile.accountId,
      details: { block: version.block, version: version.number },
    });
    return taken;
  });
  await removeBytes(ctx, erased?.fileIds ?? []);
  return erased;
}
