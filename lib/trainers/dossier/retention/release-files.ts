import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { dossierDraftFiles, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import type { TxCtx } from "@/lib/core/ctx";
import { removeFile } from "@/lib/files/remove-file";

/** Of these files of a version, those that no other sending that still counts shows too. */
export async function freeFiles(tx: TxCtx, versionId: string): Promise<readonly string[]> {
  const own = await tx.db
    .select({ fileId: dossierVersionFiles.fileId })
    .from(dossierVersionFiles)
    .where(eq(dossierVersionFiles.versionId, versionId));
  const ids = own.map(({ fileId }) => fileId);
  if (ids.length === 0) return [];
  const held = await tx.db
    .select({ fileId: dossierVersionFiles.fileId })
    .from(dossierVersionFiles)
    .innerJoin(dossierVersions, eq(dossierVersions.id, dossierVersionFiles.versionId))
    .where(and(inArray(dossierVersionFiles.fileId, ids), ne(dossierVersions.id, versionId), isNull(dossierVersions.forgottenAt)));
  const kept = new Set(held.map(({ fileId }) => fileId));
  return ids.filter((id) => !kept.has(id));
}

/** Rows and bytes go together: marked in this transaction, and taken off the form; the store is told after the commit. */
export async function eraseFiles(tx: TxCtx, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx.db.delete(dossierDraftFiles).where(inArray(dossierDraftFiles.fileId, [...fileIds]));
  for (const id of fileIds) await removeFile(tx, id);
}
