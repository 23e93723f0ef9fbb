import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { dossierDraftFiles, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import type { Ctx } from "@/lib/core/ctx";
import { openSealed, versionContext } from "./lock-dossier";
import type { VersionRow } from "./lock-version";
import type { BlockFiles } from "./judge";
import type { DossierBlock, VersionState } from "./vocabulary";
import type { Answers } from "../profile/vocabulary";

export interface SentBlock {
  readonly row: VersionRow;
  readonly answers: Answers;
  readonly files: BlockFiles;
}

/** The last sending of each block of a dossier that was not taken back, with what it said. Who reads is judged before. */
export const latestVersions = (ctx: Ctx, dossierId: string) => lastOf(ctx, dossierId, ["waiting", "validated", "refused", "replaced"]);

/** The same of those that count: one that waits, else the one in force. */
export const standingVersions = (ctx: Ctx, dossierId: string) => lastOf(ctx, dossierId, ["waiting", "validated"]);

async function lastOf({ db }: Ctx, dossierId: string, states: readonly VersionState[]): Promise<ReadonlyMap<DossierBlock, SentBlock>> {
  const rows = await db
    .selectDistinctOn([dossierVersions.block])
    .from(dossierVersions)
    .where(and(eq(dossierVersions.dossierId, dossierId), inArray(dossierVersions.state, [...states])))
    .orderBy(asc(dossierVersions.block), desc(dossierVersions.number));
  const ids = rows.map(({ id }) => id);
  const files = ids.length === 0 ? [] : await db.select().from(dossierVersionFiles).where(inArray(dossierVersionFiles.versionId, ids));
  return new Map(
    rows.map((row) => [
      row.block,
      {
        row,
        answers: openSealed(row.answersSealed, versionContext(row.id)),
        files: Object.fromEntries(files.filter(({ versionId }) => versionId === row.id).map(({ slot, fileId }) => [slot, fileId])),
      },
    ]),
  );
}

/** Files of the form, by place. */
export async function draftFiles({ db }: Ctx, dossierId: string): Promise<BlockFiles> {
  const rows = await db.select().from(dossierDraftFiles).where(eq(dossierDraftFiles.dossierId, dossierId));
  return Object.fromEntries(rows.map(({ slot, fileId }) => [slot, fileId]));
}
