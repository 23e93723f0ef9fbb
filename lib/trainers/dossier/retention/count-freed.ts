import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { dossierVersionFiles } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import type { Ctx } from "@/lib/core/ctx";
import type { DueVersion } from "./due-versions";

/** What a sending would let go of, when its turn comes. */
export interface Freed {
  readonly files: number;
  readonly bytes: number;
}
type Counted = DueVersion & Freed;

/** The other sendings that keep a file, as release-files.ts counts them. */
const keepers = sql<string[]>`coalesce((select array_agg(other.version_id::text)
  from dossier_version_files other join dossier_versions of_other on of_other.id = other.version_id
  where other.file_id = ${dossierVersionFiles.fileId} and other.version_id <> ${dossierVersionFiles.versionId}
    and of_other.forgotten_at is null), '{}')`;

/**
 * What the jobs would erase of these sendings, in their order: scans first, whoever else shows them; then leftovers, but
 * for what another sending keeps. A file is counted once, with the one that erases it.
 */
export async function countFreed(
  { db }: Ctx,
  due: { readonly scans: readonly DueVersion[]; readonly leftovers: readonly DueVersion[] },
): Promise<{ readonly scans: readonly Counted[]; readonly leftovers: readonly Counted[] }> {
  const ids = [...due.scans, ...due.leftovers].map(({ versionId }) => versionId);
  if (ids.length === 0) return { scans: [], leftovers: [] };
  const rows = await db
    .select({ versionId: dossierVersionFiles.versionId, fileId: files.id, bytes: files.bytes, keepers })
    .from(dossierVersionFiles)
    .innerJoin(files, eq(files.id, dossierVersionFiles.fileId))
    .where(and(inArray(dossierVersionFiles.versionId, ids), ne(files.state, "deleted")));
  const shown = Map.groupBy(rows, ({ versionId }) => versionId);
  const [passed, gone] = [new Set<string>(), new Set<string>()];
  const count = (version: DueVersion, free: boolean): Counted => {
    const freed = (shown.get(version.versionId) ?? []).filter(
      (file) => !gone.has(file.fileId) && (!free || file.keepers.every((keeper) => passed.has(keeper))),
    );
    passed.add(version.versionId);
    for (const { fileId } of freed) gone.add(fileId);
    return { ...version, files: freed.length, bytes: freed.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
  const scans = due.scans.map((version) => count(version, false));
  return { scans, leftovers: due.leftovers.map((version) => count(version, true)) };
}
