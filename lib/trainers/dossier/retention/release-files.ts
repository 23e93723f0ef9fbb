import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { dossierDraftFiles, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import type { TxCtx } from "@/lib/core/ctx";
import { removeFile } from "@/lib/files/remove-file";

/** What an erasure took: its files, and their bytes. */
export interface Erased {
  readonly fileIds: readonly string[];
  readonly bytes: number;
}

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

/**
 * Rows and bytes go together: marked in this transaction, and taken off the form; the store is told after the commit.
 * Says which were there to be erased.
 */
export async function eraseFiles(tx: TxCtx, fileIds: readonly string[]): Promise<Erased> {
  if (fileIds.length === 0) return { fileIds: [], bytes: 0 };
  const there = await tx.db
    .select({ id: files.id, bytes: files.bytes })
    .from(files)
    .where(and(inArray(files.id, [...fileIds]), ne(files.state, "deleted")));
  await tx.db.delete(dossierDraftFiles).where(inArray(dossierDraftFiles.fileId, [...fileIds]));
  for (const { id } of there) await removeFile(tx, id);
  return { fileIds: there.map(({ id }) => id), bytes: there.reduce((sum, { bytes }) => sum + bytes, 0) };
}
