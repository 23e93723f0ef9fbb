import { eq } from "drizzle-orm";
import { dossierDraftFiles, dossiers, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { removeBytes } from "@/lib/files/remove-file";
import { openAnswers } from "../../profile/lock-profile";
import { countComplete } from "../count-complete";
import { lockDossier, sealAnswers, versionContext } from "../lock-dossier";
import { dueDossiers } from "./due-dossiers";
import { type Erased, eraseFiles } from "./release-files";

// No policy: the job's own work.
/**
 * Empties the dossier of somebody who has neither intervened nor touched it for years: the form, what was sent, and every
 * file (TR-31). That something was sent, when, and how it was judged stay; nothing is in force any more, and whoever
 * comes back fills the form again.
 */
export async function emptyDossier(
  ctx: Ctx,
  { dossierId, cutoff }: { readonly dossierId: string; readonly cutoff: Date },
): Promise<Erased | null> {
  const erased = await withTx(ctx, async (tx) => {
    const { profile } = await lockDossier(tx, dossierId);
    const [due] = await dueDossiers(tx, cutoff, dossierId);
    if (due === undefined) return null;
    const taken = await eraseFiles(tx, await filesOfDossier(tx, dossierId));
    await emptyVersions(tx, dossierId);
    await tx.db.update(dossiers).set({ draftSealed: null, firstCompleteOn: null, yearlyAskedFor: null }).where(eq(dossiers.id, dossierId));
    await countComplete(tx, dossierId, openAnswers(profile));
    await audit(tx, {
      action: "trainer.dossier_emptied",
      subject: { type: "dossier", id: dossierId },
      accountId: profile.accountId,
      details: { versions: due.versions, files: taken.fileIds.length },
    });
    return taken;
  });
  await removeBytes(ctx, erased?.fileIds ?? []);
  return erased;
}

async function filesOfDossier({ db }: TxCtx, dossierId: string): Promise<readonly string[]> {
  const [sent, drafted] = await Promise.all([
    db
      .select({ fileId: dossierVersionFiles.fileId })
      .from(dossierVersionFiles)
      .innerJoin(dossierVersions, eq(dossierVersions.id, dossierVersionFiles.versionId))
      .where(eq(dossierVersions.dossierId, dossierId)),
    db.select({ fileId: dossierDraftFiles.fileId }).from(dossierDraftFiles).where(eq(dossierDraftFiles.dossierId, dossierId)),
  ]);
  return [...new Set([...sent, ...drafted].map(({ fileId }) => fileId))];
}

async function emptyVersions(tx: TxCtx, dossierId: string): Promise<void> {
  const versions = await tx.db.select().from(dossierVersions).where(eq(dossierVersions.dossierId, dossierId));
  for (const { id, forgottenAt } of versions)
    await tx.db
      .update(dossierVersions)
      .set({
        state: "withdrawn",
        answersSealed: sealAnswers({}, versionContext(id)),
        formerSealed: null,
        forgottenAt: forgottenAt ?? tx.now,
      })
      .where(eq(dossierVersions.id, id));
}
