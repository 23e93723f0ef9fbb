import { and, eq, lt, max, type SQL, sql } from "drizzle-orm";
import { subDays } from "date-fns";
import { jobRuns } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { readSettings } from "@/lib/settings/read-settings";
import { isAsked } from "./asked-sql";
import { earliestEndTold, latestEndDue, passedReasons, stepsOf } from "./rules";

/** What one day of notices needs to know. */
export interface NoticeDay {
  /** In Paris. */
  readonly today: string;
  /** Months before the end, the earliest first. */
  readonly steps: readonly number[];
  /** From when on something may have become due: the last run that succeeded, and a margin. Null: look at all. */
  readonly since: Date | null;
}

export const tellEndingPieces = "tell-ending-pieces";
/** Days before the last run that are looked at again: what waited for the next morning's mail, and clocks that differ. */
const margin = 2;

export async function noticeDay(ctx: Ctx, asOf: Date): Promise<NoticeDay> {
  const settings = await readSettings(ctx);
  const today = parisDay(asOf);
  const [last] = await ctx.db
    .select({ asOf: max(jobRuns.asOf) })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, tellEndingPieces), eq(jobRuns.state, "succeeded"), lt(jobRuns.asOf, asOf)));
  // Once a month all is looked at, whatever happened: for what no step and no audit line would tell.
  const since = last?.asOf == null || today.endsWith("-01") ? null : subDays(last.asOf, margin);
  return {
    today,
    since,
    steps: stepsOf({ first: settings["dossier.firstNoticeMonths"], second: settings["dossier.secondNoticeMonths"] }),
  };
}

const columns = sql.raw("v.id, v.dossier_id, v.block, v.number, v.ends_on, v.decided_at");

/** Pieces in force whose end is near or past. */
const inSight = ({ today, steps }: NoticeDay): SQL =>
  sql`v.state = 'validated' and v.ends_on between ${earliestEndTold(today)}::date and ${latestEndDue(today, steps[0] ?? 0)}::date`;

/**
 * The pieces that may have something to tell since the last run, whatever the size of the table: their step has come; or
 * something happened about their person (nothing changes without an audit line: a decision, a return, a request); or
 * their end was moved.
 */
export function candidates(day: NoticeDay): SQL {
  if (day.since === null) return sql`select ${columns} from dossier_versions v where ${inSight(day)}`;
  const before = parisDay(day.since);
  const since = sql`${day.since.toISOString()}::timestamptz`;
  return sql`
    select ${columns} from dossier_versions v
    where ${inSight(day)} and (${sql.join(
      day.steps.map((step) => sql`v.ends_on > ${latestEndDue(before, step)}::date and v.ends_on <= ${latestEndDue(day.today, step)}::date`),
      sql` or `,
    )})
    union
    select ${columns}
    from (select distinct account_id from audit_log where at > ${since} and account_id is not null) touched
    join trainer_profiles profile on profile.account_id = touched.account_id
    join dossiers dossier on dossier.profile_id = profile.id
    join dossier_versions v on v.dossier_id = dossier.id
    where ${inSight(day)}
    union
    select ${columns}
    from validity_extensions extension join dossier_versions v on v.block = extension.block and v.ends_on = extension.new_ends_on
    where extension.granted_at > ${since} and ${inSight(day)}`;
}

/** dueStep, as SQL. */
const dueStepOf = ({ today, steps }: NoticeDay): SQL =>
  sql`case ${sql.join(
    steps.toReversed().map((step) => sql`when v.ends_on <= ${latestEndDue(today, step)}::date then ${step}::int`),
    sql` `,
  )} end`;

/** Pieces whose due step was not told. A later step told closes the earlier ones, whatever the settings became since. */
export const untold = (day: NoticeDay): SQL => sql`
  select ${columns}, due.step
  from (${candidates(day)}) v
  cross join lateral (select ${dueStepOf(day)} as step) due
  where not exists (
      select from dossier_notices told where told.version_id = v.id and told.ends_on = v.ends_on and told.step <= due.step)`;

/** The mail of a person and day: once sent, what comes after waits for tomorrow's. */
export const causeOf = (dossierId: SQL, { today }: NoticeDay): SQL => sql`'pieces:' || ${dossierId} || ':' || ${today}::text`;

/**
 * Of these pieces, those to be told: asked of a trainer who may act, and without a replacement that waits (EI-67). What
 * is not told now is looked at again every day.
 */
export const toBeTold = (pieces: SQL, day: NoticeDay): SQL => sql`
  select piece.*, profile.id as profile_id, profile.answers, person.id as account_id
  from (${pieces}) piece
  join dossiers dossier on dossier.id = piece.dossier_id
  join trainer_profiles profile on profile.id = dossier.profile_id and profile.state = 'validated'
  join accounts person on person.id = profile.account_id and person.blocked_at is null and person.closed_at is null
  where ${isAsked(sql`piece.block`, sql`profile.answers`, sql`piece.dossier_id`)}
    and not exists (
      select from dossier_versions replacement
      where replacement.dossier_id = piece.dossier_id and replacement.block = piece.block and replacement.state = 'waiting')
    and not exists (select from mails where mails.kind = 'piece-ending' and mails.cause = ${causeOf(sql`piece.dossier_id`, day)})`;

const paris = (instant: SQL): SQL => sql`(${instant} at time zone 'Europe/Paris')::date`;

/** Why a step was not told on its day, from what is known of the piece. */
export const passedReasonOf = (dueOn: SQL): SQL => sql`case
  when ${paris(sql`due.decided_at`)} > ${dueOn} then ${passedReasons.decided}
  when exists (
    select from validity_extensions extension
    where extension.block = due.block and extension.new_ends_on = due.ends_on and ${paris(sql`extension.granted_at`)} > ${dueOn}
  ) then ${passedReasons.extended}
  when exists (
    select from dossier_versions other
    where other.dossier_id = due.dossier_id and other.block = due.block and other.number > due.number
      and ${paris(sql`other.sent_at`)} <= ${dueOn}
      and ${paris(sql`coalesce(other.decided_at, (
        select min(next.sent_at) from dossier_versions next
        where next.dossier_id = other.dossier_id and next.block = other.block and next.number > other.number))`)} >= ${dueOn}
  ) then ${passedReasons.replaced}
  else ${passedReasons.stopped} end`;
