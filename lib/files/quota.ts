import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { dossierDraftFiles, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import type { TxCtx } from "@/lib/core/ctx";
import { keptReached, quotaReached } from "./refusals";

/** Pieces that only closed sendings of a dossier show: their owner cannot remove them, so they take no room of theirs. */
const isClosedPiece: SQL = sql`(${files.place} = 'dossier_piece'
  and exists (select 1 from ${dossierVersionFiles} where ${dossierVersionFiles.fileId} = ${files.id})
  and not exists (select 1 from ${dossierDraftFiles} where ${dossierDraftFiles.fileId} = ${files.id})
  and not exists (
    select 1 from ${dossierVersionFiles} join ${dossierVersions} on ${dossierVersions.id} = ${dossierVersionFiles.versionId}
    where ${dossierVersionFiles.fileId} = ${files.id} and ${dossierVersions.state} in ('waiting', 'validated')))`;

/** Closed sendings wait for the job that erases them: so many times the quota in all, and no disk is filled by replacing. */
const keptTimes = 4;

interface Incoming {
  readonly ownerId: string;
  readonly name: string;
  readonly bytes: number;
}

/** Refuses a file for which its owner has no room left (TR-20). The caller takes one upload of a person after the other. */
export async function ensureRoom({ db }: TxCtx, { ownerId, name, bytes }: Incoming, quotaBytes: number): Promise<void> {
  const [used] = await db
    .select({
      own: sql<string>`coalesce(sum(${files.bytes}) filter (where not ${isClosedPiece}), 0)`,
      kept: sql<string>`coalesce(sum(${files.bytes}), 0)`,
    })
    .from(files)
    .where(and(eq(files.ownerId, ownerId), ne(files.state, "deleted")));
  if (Number(used?.own ?? 0) + bytes > quotaBytes) throw quotaReached(name, quotaBytes);
  if (Number(used?.kept ?? 0) + bytes > quotaBytes * keptTimes) throw keptReached(name);
}
