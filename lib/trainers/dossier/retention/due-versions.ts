import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { dossiers, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import type { DossierBlock, VersionState } from "../vocabulary";
import { beingCorrected } from "./being-corrected";

/** A sending whose scans, or whose whole content, have had their time. */
export interface DueVersion {
  readonly versionId: string;
  readonly dossierId: string;
  readonly accountId: string;
  readonly block: DossierBlock;
  readonly number: number;
  readonly state: VersionState;
}

/** Blocks whose images have served once they were verified (EI-105). */
const scannedBlocks: readonly DossierBlock[] = ["identity", "social_security"];
const others = alias(dossierVersions, "others");
const otherFiles = alias(dossierVersionFiles, "other_files");

/**
 * Verified scans older than the cutoff (EI-105). Not one that a later sending, waiting or refused, shows too: it is
 * still being discussed; nor one that another sending verified more recently.
 */
export const dueScans = (ctx: Ctx, cutoff: Date, versionId?: string): Promise<readonly DueVersion[]> =>
  readDue(
    ctx,
    and(
      inArray(dossierVersions.state, ["validated", "replaced"]),
      inArray(dossierVersions.block, [...scannedBlocks]),
      isNull(dossierVersions.forgottenAt),
      lte(dossierVersions.decidedAt, cutoff),
      sql`not exists (${ctx.db
        .select({ one: sql`1` })
        .from(otherFiles)
        .innerJoin(others, eq(others.id, otherFiles.versionId))
        .innerJoin(dossierVersionFiles, eq(dossierVersionFiles.fileId, otherFiles.fileId))
        .where(
          and(
            eq(dossierVersionFiles.versionId, dossierVersions.id),
            ne(others.id, dossierVersions.id),
            or(
              eq(others.state, "waiting"),
              and(eq(others.state, "refused"), gt(others.number, dossierVersions.number), isNull(others.forgottenAt)),
              and(inArray(others.state, ["validated", "replaced"]), gt(others.decidedAt, cutoff)),
            ),
          ),
        )})`,
    ),
    { versionId, free: false },
  );

/** When a sending stopped to count: refused, or sent again, or replaced by one that was validated. */
const endedAt = sql<Date | null>`case ${dossierVersions.state}
  when 'refused' then ${dossierVersions.decidedAt}
  when 'withdrawn' then (select min(later.sent_at) from dossier_versions later
    where later.dossier_id = ${dossierVersions.dossierId} and later.block = ${dossierVersions.block} and later.number > ${dossierVersions.number})
  when 'replaced' then (select min(later.decided_at) from dossier_versions later
    where later.dossier_id = ${dossierVersions.dossierId} and later.block = ${dossierVersions.block} and later.number > ${dossierVersions.number}
      and later.state in ('validated', 'replaced'))
  end`;
/** More than the sealed empty object: its body is 12 + 16 + 2 bytes, 40 characters. */
export const saysSomething = sql`length(split_part(${dossierVersions.answersSealed}, '.', 4)) > 40`;
const hasBytes = sql`exists (select 1 from dossier_version_files own join files on files.id = own.file_id
  where own.version_id = ${dossierVersions.id} and files.state <> 'deleted')`;
/** A file that another sending still holds stays with it, and is no reason to come back here. */
const notDone = or(isNull(dossierVersions.forgottenAt), saysSomething);

/** Refused, withdrawn and replaced sendings whose time to be kept is over, and that still say or hold something (TR-31). */
export const dueLeftovers = (ctx: Ctx, cutoff: Date, versionId?: string): Promise<readonly DueVersion[]> =>
  readDue(
    ctx,
    and(
      inArray(dossierVersions.state, ["refused", "withdrawn", "replaced"]),
      sql`${endedAt} <= ${cutoff.toISOString()}::timestamptz`,
      notDone,
      or(saysSomething, hasBytes),
    ),
    { versionId, free: true },
  );

/** But for what is being corrected in the form right now: it waits until that is sent, or taken back. */
async function readDue(
  ctx: Ctx,
  due: SQL | undefined,
  { versionId, free }: { readonly versionId: string | undefined; readonly free: boolean },
): Promise<readonly DueVersion[]> {
  const rows = await ctx.db
    .select({
      versionId: dossierVersions.id,
      dossierId: dossierVersions.dossierId,
      accountId: trainerProfiles.accountId,
      block: dossierVersions.block,
      number: dossierVersions.number,
      state: dossierVersions.state,
    })
    .from(dossierVersions)
    .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .where(and(due, versionId === undefined ? undefined : eq(dossierVersions.id, versionId)))
    .orderBy(asc(dossierVersions.id));
  const corrected = await beingCorrected(ctx, rows, free);
  return rows.filter((row) => !corrected.has(row.versionId));
}
