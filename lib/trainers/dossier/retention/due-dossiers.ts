import { and, asc, eq, isNotNull, lte, not, or, type SQL, sql } from "drizzle-orm";
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

/** What waits to be judged, what was asked for since, and what a granted extension keeps in force is not left behind. */
const stillServes = (since: SQL) => sql`(
  exists (select from dossier_versions waiting where waiting.dossier_id = dossiers.id and waiting.state = 'waiting')
  or exists (select from dossier_requests asked where asked.dossier_id = dossiers.id
    and asked.answered_at is null and asked.withdrawn_at is null and asked.asked_at > ${since})
  or exists (select from dossier_versions extended join validity_extensions granted
    on granted.block = extended.block and granted.new_ends_on = extended.ends_on
    where extended.dossier_id = dossiers.id and extended.state = 'validated'
      and extended.ends_on is distinct from extended.declared_ends_on and granted.granted_at > ${since}))`;

/**
 * Dossiers whose last intervention ended before the cutoff, and that nobody filled, sent, judged, asked for or extended
 * since (TR-31). Those who never intervened count from the last change alone. A planned intervention keeps all; so does
 * a sending that nobody has judged yet.
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
        not(stillServes(since)),
        or(
          isNotNull(dossiers.draftSealed),
          sql`exists (select from dossier_draft_files drafted where drafted.dossier_id = ${dossiers.id})`,
          sql`exists (select from dossier_versions where dossier_versions.dossier_id = ${dossiers.id} and ${still})`,
        ),
      ),
    )
    .orderBy(asc(dossiers.id));
}
