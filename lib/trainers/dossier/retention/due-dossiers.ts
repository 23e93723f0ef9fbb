import { and, asc, eq, isNotNull, lte, or, sql } from "drizzle-orm";
import { dossiers } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { saysSomething } from "./due-versions";

/** The dossier of somebody who has neither intervened nor touched it for years. */
export interface DueDossier {
  readonly dossierId: string;
  readonly accountId: string;
  /** Sendings that still say or hold something. */
  readonly versions: number;
  readonly files: number;
  readonly bytes: number;
}

const still = sql`(dossier_versions.forgotten_at is null or ${saysSomething})`;
/** Every file of the dossier that is not erased, sent or only in the form. */
const ownFiles = sql`
  select file.bytes from files file
  where file.state <> 'deleted' and file.id in (
    select sent.file_id from dossier_version_files sent join dossier_versions v on v.id = sent.version_id where v.dossier_id = dossiers.id
    union select drafted.file_id from dossier_draft_files drafted where drafted.dossier_id = dossiers.id)`;

/**
 * Dossiers whose last intervention ended before the cutoff, and that nobody filled, sent or judged since (TR-31). Those
 * who never intervened count from the last change alone. A planned intervention keeps all.
 */
export async function dueDossiers({ db }: Ctx, cutoff: Date, dossierId?: string): Promise<readonly DueDossier[]> {
  const since = sql`${cutoff.toISOString()}::timestamptz`;
  return db
    .select({
      dossierId: dossiers.id,
      accountId: trainerProfiles.accountId,
      versions: sql<number>`(select count(*)::int from dossier_versions where dossier_versions.dossier_id = ${dossiers.id} and ${still})`,
      files: sql<number>`(select count(*)::int from (${ownFiles}) own)`,
      bytes: sql<number>`(select coalesce(sum(own.bytes), 0)::float8 from (${ownFiles}) own)`,
    })
    .from(dossiers)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .where(
      and(
        dossierId === undefined ? undefined : eq(dossiers.id, dossierId),
        lte(dossiers.updatedAt, cutoff),
        sql`not exists (select from interventions where interventions.profile_id = ${trainerProfiles.id} and interventions.ends_on > ${parisDay(cutoff)}::date)`,
        sql`not exists (select from dossier_versions v where v.dossier_id = ${dossiers.id} and (v.sent_at > ${since} or v.decided_at > ${since}))`,
        sql`not exists (select from dossier_draft_files drafted where drafted.dossier_id = ${dossiers.id} and drafted.added_at > ${since})`,
        or(
          isNotNull(dossiers.draftSealed),
          sql`exists (select from dossier_draft_files drafted where drafted.dossier_id = ${dossiers.id})`,
          sql`exists (select from dossier_versions where dossier_versions.dossier_id = ${dossiers.id} and ${still})`,
        ),
      ),
    )
    .orderBy(asc(dossiers.id));
}
