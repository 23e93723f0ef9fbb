import type { Sql } from "postgres";
import { connect } from "@/db/client";
import type { Ctx } from "@/lib/core/ctx";
import type { Stage } from "./stage";
import { median } from "./statistics";

interface Run {
  /** Milliseconds of the morning's job. */
  readonly job: number;
  /** The same rows written by two statements that know them beforehand and judge nothing: Q. */
  readonly floor: number;
  readonly notices: number;
  readonly mails: number;
}
export interface PieceExpiryFigures {
  readonly pieces: number;
  /** Median of five mornings. */
  readonly typical: Run;
  readonly allDue: Run;
  /** Megabytes that the process gained while all was due, at most. */
  readonly memory: number;
  /** Rows more when the job comes twice. */
  readonly again: number;
  /** Mails too many, or too few, when two workers run at once. */
  readonly twice: number;
  /** A typical morning among ten times as many pieces, to one among these. */
  readonly growth: number;
}

const today = "2027-06-15";
const asOf = (day: number) => new Date(Date.parse(`${today}T05:00:00Z`) + day * 86_400_000);

/** Trainers with two dated pieces each: nine in ten end within `ahead` days, the others ended in the year before. */
async function fillWithPieces(
  sql: Sql,
  people: number,
  { name, from, ahead }: { name: string; from: number; ahead: number },
): Promise<void> {
  await sql`
    with people as (
      insert into accounts (civility, first_name, last_name, password_hash, password_changed_at)
      select 'mme', 'Dominique', ${name} || n, 'none', now() from generate_series(1, ${people}::int) n returning id, last_name),
    addresses as (
      insert into account_addresses (account_id, kind, address, canonical, proved_at)
      select id, 'main', lower(last_name) || '@exemple.fr', lower(last_name) || '@exemple.fr', now() from people),
    profiles as (
      insert into trainer_profiles (account_id, state, answers, home_structure_id, identity_key, updated_at, validated_at)
      select id, 'validated', '{"civility": "mme", "firstName": "Dominique", "lastName": "Mesure", "status": "civil_servant"}',
        (array(select id from structures order by code))[1 + abs(hashtext(id::text)) % (select count(*) from structures)::int],
        id::text, now(), now()
      from people returning id),
    made as (insert into dossiers (profile_id, updated_at) select id, now() from profiles returning id)
    insert into dossier_versions (dossier_id, block, number, rules_version, answers_sealed, origin, state, sent_at, decided_at, ends_on)
    select made.id, block, 1, 1, 'sealed', 'sent', 'validated', '2026-01-05', '2026-01-06',
      ${today}::date + case when random() < 0.1 then -(random() * 365)::int else ${from}::int + (random() * ${ahead}::int)::int end
    from made cross join unnest(array['order', 'honour']::dossier_block[]) block`;
  await sql.unsafe("vacuum analyze accounts, account_addresses, trainer_profiles, dossiers, dossier_versions, dossier_notices, mails");
}

/** The mornings of an installation of 34,000 trainers and more: what the notices of the ends of pieces cost (EI-66). */
export async function measurePieceExpiry(
  { databaseUrl, sql }: Stage,
  pieces: number,
  say: (text: string) => void,
): Promise<PieceExpiryFigures> {
  // It reads the environment, which the stage has only just made.
  const { tellEndingPiecesJob } = await import("@/lib/trainers/dossier/expiry/tell-ending-pieces-job");
  const workers = [connect(databaseUrl, { max: 2 }), connect(databaseUrl, { max: 2 })] as const;
  const runDay = async (day: number, worker: 0 | 1 = 0) => {
    const begun = performance.now();
    await tellEndingPiecesJob.run(workerCtx(workers[worker].db, asOf(day)), { asOf: asOf(day) });
    const took = performance.now() - begun;
    // As the worker notes it.
    await sql`
      insert into job_runs (job, as_of, trigger, state, started_at, finished_at)
      values (${tellEndingPiecesJob.name}, ${asOf(day)}, 'schedule', 'succeeded', now(), now()) on conflict do nothing`;
    return took;
  };
  const measureDay = async (day: number): Promise<Run> => {
    const before = await written(sql);
    const job = await runDay(day);
    const after = await written(sql);
    const floor = await timeFloor(sql, day);
    return { job, floor, notices: after.notices - before.notices, mails: after.mails - before.mails };
  };
  const typicalFrom = async (day: number) => {
    // What was due before this morning was told before: the worker ran every day.
    await runDay(day);
    await sql.unsafe("vacuum analyze dossier_notices, mails");
    const runs: Run[] = [];
    for (let next = day + 1; next <= day + 5; next++) runs.push(await measureDay(next));
    return medianRun(runs);
  };
  try {
    await fillWithPieces(sql, pieces / 2, { name: "Echeance", from: 1, ahead: 364 });
    say("typical mornings");
    const typical = await typicalFrom(0);
    const { allDue, memory, again, twice } = await measureAllDue(sql, runDay, say);
    say("typical mornings among ten times as many");
    await resetAll(sql);
    await sql`update dossier_versions set ends_on = ${today}::date + case when random() < 0.1 then -(random() * 365)::int else 1 + (random() * 364)::int end`;
    await fillWithPieces(sql, (pieces / 2) * 9, { name: "Lointaine", from: 400, ahead: 3000 });
    const grown = await typicalFrom(0);
    return { pieces, typical, allDue, memory, again, twice, growth: grown.job / typical.job };
  } finally {
    await Promise.all(workers.map((worker) => worker.sql.end({ timeout: 5 })));
  }
}

/** One morning for all pieces: alone, once more, then with two workers from the beginning. */
async function measureAllDue(sql: Sql, runDay: (day: number, worker?: 0 | 1) => Promise<number>, say: (text: string) => void) {
  say("a morning on which all is due");
  await resetAll(sql);
  const watch = watchMemory();
  const job = await runDay(0);
  const memory = watch.stop();
  const first = await written(sql);
  const allDue: Run = { job, floor: await timeFloor(sql, 0), ...first };
  await runDay(0);
  const second = await written(sql);
  say("two workers at once");
  await resetAll(sql);
  await Promise.all([runDay(0, 0), runDay(0, 1)]);
  const both = await written(sql);
  return {
    allDue,
    memory,
    again: second.notices + second.mails - first.notices - first.mails,
    twice: Math.abs(both.mails - first.mails) + Math.abs(both.notices - first.notices),
  };
}

async function written(sql: Sql): Promise<{ readonly notices: number; readonly mails: number }> {
  const [counted] = await sql<{ notices: number; mails: number }[]>`
    select (select count(*)::int from dossier_notices) as notices,
      (select count(*)::int from mails where kind in ('piece-ending', 'pieces-ending-structure')) as mails`;
  return counted ?? { notices: 0, mails: 0 };
}

/** Nothing was ever told, and every piece reaches its first step. */
async function resetAll(sql: Sql): Promise<void> {
  await sql`delete from job_runs where job = 'tell-ending-pieces'`;
  await sql`delete from dossier_notices`;
  await sql`delete from mails where kind in ('piece-ending', 'pieces-ending-structure')`;
  await sql`update dossier_versions set ends_on = ${today}::date + 45`;
  await sql.unsafe("vacuum analyze dossier_versions, dossier_notices, mails");
}

/** That day's notices, taken back and written again as they are, and as many mails: the raw INSERT … SELECT. */
async function timeFloor(sql: Sql, day: number): Promise<number> {
  const mailedFor = asOf(day).toISOString().slice(0, 10);
  await sql`create temp table known as select version_id, ends_on, step from dossier_notices where mailed_for = ${mailedFor}::date`;
  await sql`delete from dossier_notices where mailed_for = ${mailedFor}::date`;
  await sql`analyze known`;
  const begun = performance.now();
  await sql`
    insert into dossier_notices (version_id, ends_on, step, outcome, at, mailed_for)
    select version_id, ends_on, step, 'queued', now(), ${mailedFor}::date from known on conflict do nothing`;
  await sql`
    insert into mails (kind, cause, to_address, account_id, subject, props, next_attempt_at)
    select 'floor', 'floor:' || dossier.id, main.address, main.account_id, 'Pièces à mettre à jour',
      jsonb_build_object('pieces', jsonb_agg(jsonb_build_object('block', v.block, 'endsOn', v.ends_on))), now()
    from known
    join dossier_versions v on v.id = known.version_id
    join dossiers dossier on dossier.id = v.dossier_id
    join trainer_profiles profile on profile.id = dossier.profile_id
    join account_addresses main on main.account_id = profile.account_id and main.kind = 'main'
    group by dossier.id, main.address, main.account_id
    on conflict do nothing`;
  const milliseconds = performance.now() - begun;
  await sql`delete from mails where kind = 'floor'`;
  await sql`drop table known`;
  return milliseconds;
}

const medianRun = (runs: readonly Run[]): Run => ({
  job: median(runs.map(({ job }) => job)),
  floor: median(runs.map(({ floor }) => floor)),
  notices: median(runs.map(({ notices }) => notices)),
  mails: median(runs.map(({ mails }) => mails)),
});

function watchMemory() {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return (Math.max(most, process.memoryUsage.rss()) - before) / 1_000_000;
    },
  };
}

const workerCtx = (db: Ctx["db"], now: Date): Ctx => ({
  db,
  actor: { kind: "system", name: "bench" },
  now,
  requestId: "bench",
  network: "bench",
  device: "bench",
  inTransaction: false,
});
