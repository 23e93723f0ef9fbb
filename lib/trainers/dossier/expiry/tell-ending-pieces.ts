import { type SQL, sql } from "drizzle-orm";
import { planEachTime } from "@/db/client";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { queueMailsFrom } from "@/lib/mail/queue-mails-from";
import { candidates, causeOf, type NoticeDay, passedReasonOf, toBeTold, untold } from "./due-pieces";

/** Dossiers told in one transaction: short locks, and memory that does not grow with their number. */
const batch = 10_000;
/** Planned interventions that a mail names for one piece. */
const mostSessions = 3;

/** Tells every trainer of the pieces that reached a step (EI-66); gives how many mails were queued. */
export async function tellTrainers(ctx: Ctx, day: NoticeDay, size = batch): Promise<number> {
  const some = await countSome(ctx, day, size + 1);
  if (some === 0) return 0;
  if (some <= size) return tell(ctx, day, sql`true`);
  let mails = 0;
  let after: string | null = null;
  for (const last of [...(await batchEnds(ctx, day, size)), null]) {
    mails += await tell(ctx, day, sql`${beyond(after)} and ${last === null ? sql`true` : sql`v.dossier_id <= ${last}::uuid`}`);
    after = last;
  }
  return mails;
}

const beyond = (after: string | null): SQL => (after === null ? sql`true` : sql`v.dossier_id > ${after}::uuid`);

/** How many dossiers may have something to tell, counted so far: most days, all of them. */
async function countSome({ db }: Ctx, day: NoticeDay, limit: number): Promise<number> {
  const [counted] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select distinct dossier_id from (${candidates(day)}) v limit ${limit}) few
    /* ${sql.raw(planEachTime)} */`);
  return counted?.count ?? 0;
}

/** Where each batch ends, in the order of the dossiers. */
async function batchEnds({ db }: Ctx, day: NoticeDay, size: number): Promise<readonly string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from (
      select dossier_id as id, row_number() over (order by dossier_id) as position
      from (select distinct dossier_id from (${untold(day)}) piece) dossier
    ) numbered
    where position % ${size} = 0 order by id /* ${sql.raw(planEachTime)} */`);
  return rows.map(({ id }) => id);
}

/**
 * Writes the notices of some dossiers and their mails in one statement: what is told is what was written. One worker at a
 * time, each beginning where the other is done, so that a person's pieces are never shared out between two mails.
 */
function tell(ctx: Ctx, day: NoticeDay, which: SQL): Promise<number> {
  // No audit: dossier_notices and the outbox tell it. No policy: a job's own work.
  return withTx(ctx, async (tx) => {
    await takeNotices(tx);
    return queueMailsFrom(tx, "piece-ending", {
      shared: { today: day.today },
      given: sql`
        due as materialized (${toBeTold(sql`${untold(day)} and ${which}`, day)}),
        told as (
          insert into dossier_notices (version_id, ends_on, step, outcome, at, mailed_for)
          select id, ends_on, step, 'queued', ${tx.now.toISOString()}::timestamptz, ${day.today}::date from due
          returning version_id),
        passed as (
          insert into dossier_notices (version_id, ends_on, step, outcome, reason, at)
          select due.id, due.ends_on, earlier.step, 'passed', ${passedReasonOf(sql`earlier.due_on`)}, ${tx.now.toISOString()}::timestamptz
          from due
          cross join lateral (
            select step, (due.ends_on - make_interval(months => step))::date as due_on
            from unnest(array[${sql.join([...day.steps], sql`, `)}]::int[]) step
          ) earlier
          where earlier.step > due.step
            and not exists (
              select from dossier_notices known
              where known.version_id = due.id and known.ends_on = due.ends_on and known.step <= earlier.step))`,
      people: sql`
        select due.account_id, coalesce(secondary.address, main.address) as to_address, ${causeOf(sql`due.dossier_id`, day)} as cause,
          jsonb_build_object(
            'civility', coalesce(due.answers ->> 'civility', ''),
            'firstName', coalesce(due.answers ->> 'firstName', ''),
            'lastName', coalesce(due.answers ->> 'lastName', ''),
            'pieces', due.pieces) as props
        from (
          select due.dossier_id, due.account_id, due.profile_id, due.answers, jsonb_agg(jsonb_build_object(
            'block', due.block, 'endsOn', due.ends_on,
            'files', (
              select coalesce(jsonb_agg(file.name order by held.slot), '[]') from dossier_version_files held
              join files file on file.id = held.file_id where held.version_id = due.id),
            'sessions', ${sessionsAfter(day)}
          ) order by due.ends_on, due.block) as pieces
          from due join told on told.version_id = due.id
          group by due.dossier_id, due.account_id, due.profile_id, due.answers
        ) due
        join account_addresses main on main.account_id = due.account_id and main.kind = 'main'
        left join account_addresses secondary on secondary.account_id = due.account_id and secondary.kind = 'secondary'
        /* ${sql.raw(planEachTime)} */`,
    });
  });
}

/** Planned interventions that the piece does not reach (EI-106). */
const sessionsAfter = ({ today }: NoticeDay): SQL => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('startsOn', planned.starts_on, 'endsOn', planned.ends_on) order by planned.starts_on), '[]')
  from (
    select starts_on, ends_on from interventions
    where profile_id = due.profile_id and ends_on > due.ends_on and ends_on >= ${today}::date
    order by starts_on limit ${mostSessions}
  ) planned)`;

const takeNotices = (tx: TxCtx) => tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('dossier notices'))`);

/** Trainers that the mail of a structure names; the others are counted. */
const mostNamed = 50;

/** Tells each structure, in one mail, which of its trainers were told today; gives how many mails were queued. */
export function tellStructures(ctx: Ctx, day: NoticeDay): Promise<number> {
  // No audit: the outbox tells it. No policy: a job's own work.
  return withTx(ctx, async (tx) => {
    await takeNotices(tx);
    return queueMailsFrom(tx, "pieces-ending-structure", {
      shared: { today: day.today },
      people: sql`
        select null::uuid as account_id, structure.address as to_address, 'pieces:' || structure.id || ':' || ${day.today}::text as cause,
          jsonb_build_object('structure', structure.name, 'count', max(told.trainers), 'trainers', jsonb_agg(told.line order by told.position)) as props
        from (
          select profile.home_structure_id as structure_id, min(v.ends_on) as first_end,
            row_number() over (partition by profile.home_structure_id order by min(v.ends_on), dossier.id) as position,
            count(*) over (partition by profile.home_structure_id) as trainers,
            jsonb_build_object(
              'name', concat_ws(' ', profile.answers ->> 'lastName', profile.answers ->> 'firstName'),
              'pieces', jsonb_agg(jsonb_build_object('block', v.block, 'endsOn', v.ends_on) order by v.ends_on, v.block)) as line
          from (${candidates(day)}) v
          cross join lateral (
            select from dossier_notices notice
            where notice.version_id = v.id and notice.ends_on = v.ends_on and notice.mailed_for = ${day.today}::date
            limit 1
          ) told_today
          join dossiers dossier on dossier.id = v.dossier_id
          join trainer_profiles profile on profile.id = dossier.profile_id
          group by dossier.id, profile.id
        ) told
        join structures structure on structure.id = told.structure_id and structure.active and structure.address <> ''
        where told.position <= ${mostNamed}
        group by structure.id
        /* ${sql.raw(planEachTime)} */`,
    });
  });
}
