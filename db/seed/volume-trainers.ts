import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/ctx";
import { adTopicsA } from "./demonstration-ads-a.data";
import { adTopicsB } from "./demonstration-ads-b.data";
import { careers, firstNames, languages, lastNames } from "./demonstration-trainers.data";

/**
 * As many validated trainers as wanted, for the measures of speed only (AD-03): careers and sentences of the
 * demonstration in unequal shares, names of communes as family names so that there are tens of thousands of them. The
 * same ones each time for one instant, in a few statements.
 */
export async function seedVolumeTrainers(ctx: Ctx, trainers: number): Promise<void> {
  const works = JSON.stringify(careers.map((career) => ({ ...career, specialty: career.subSpecialty.slice(0, 2) })));
  const topics = JSON.stringify([...adTopicsA, ...adTopicsB]);
  await ctx.db.transaction(async (db) => {
    await db.execute(sql`set local statement_timeout = 0`);
    await db.execute(sql`select setseed(0.43)`);
    await db.execute(sql`
      create temp table volume_careers on commit drop as
      select (rank - 1)::int as rank, c->>'specialty' as specialty, c->>'subSpecialty' as sub, c->>'jobTitle' as job,
        concat_ws(' ', c->>'jobTitle', c->>'expertise', c->>'missions', c->>'taught', c->>'diploma') as words
      from jsonb_array_elements(${works}::text::jsonb) with ordinality as given (c, rank)`);
    await db.execute(sql`
      create temp table volume_sentences on commit drop as
      select (row_number() over () - 1)::int as rank, sentence
      from jsonb_array_elements(${topics}::text::jsonb) as topic, regexp_split_to_table(topic->>'description', '(?<=[.]) ') as sentence`);
    await db.execute(sql`
      create temp table volume_names on commit drop as
      select (row_number() over () - 1)::int as rank, name from (
        select name from communes where active and name !~ '[0-9]' union all select unnest(${sql.param([...lastNames])}::text[])) as names`);
    await db.execute(sql`
      create temp table volume_homes on commit drop as
      select (row_number() over (order by code) - 1)::int as rank, id, region_codes,
        array(select d.code from departments d where d.region_code = any (region_codes) order by d.code) as departments
      from structures where active`);
    await db.execute(people(ctx.now, trainers));
    await db.execute(sql`
      insert into accounts (id, civility, first_name, last_name, password_hash, password_changed_at, created_at)
      select account_id, 'mme', first_name, last_name, 'none', at, at from volume_people`);
    await db.execute(sql`
      insert into trainer_profiles (id, account_id, state, answers, home_structure_id, identity_key, created_at, updated_at, validated_at)
      select profile_id, account_id, 'validated', jsonb_build_object('firstName', first_name, 'lastName', last_name), home,
        profile_id::text, at, at, at from volume_people`);
    await db.execute(sql`
      insert into cv_entries (profile_id, first_name, last_name, home_structure_id, status, specialty_codes, sub_specialty_codes,
        region_codes, department_codes, languages, abroad, facets, content, validated_at, updated_at)
      select profile_id, first_name, last_name, home, status, specialties, subs, regions, departments, spoken, abroad,
        array(select 's:' || c from unnest(specialties) c) || array(select 'u:' || c from unnest(subs) c)
          || array(select 'r:' || c from unnest(regions) c) || array(select 'd:' || c from unnest(departments) c)
          || array(select 'l:' || search_fold(c) from unnest(spoken) c) || array['t:' || status, 'o:' || home]
          || case when abroad then array['x:abroad'] else '{}' end || case when worked then array['w:worked'] else '{}' end,
        content, at, at
      from volume_people`);
    await db.execute(sql`
      insert into unavailabilities (profile_id, starts_on, ends_on)
      select profile_id, day, day + 20 from volume_people,
        lateral (select (${ctx.now.toISOString()}::timestamptz)::date + (n % 200)::int as day) d where n % 4 = 0`);
  });
}

/** Narrow rows first: chances; then names, places and texts. */
const people = (now: Date, trainers: number) => sql`
  create temp table volume_people on commit drop as
  with sizes as (
    select (select count(*) from volume_careers) as careers, (select count(*) from volume_sentences) as sentences,
      (select count(*) from volume_names) as names, (select count(*) from volume_homes) as homes),
  chances as materialized (
    select n, floor(power(random(), 1.5) * careers)::int as one, floor(power(random(), 1.5) * careers)::int as two,
      floor(power(random(), 1.3) * homes)::int as home, floor(random() * names)::int as name, random() as place, random() as department,
      floor(power(random(), 1.4) * sentences)::int as s1, floor(power(random(), 1.4) * sentences)::int as s2,
      floor(random() * sentences)::int as s3, random() as speaks, random() as speaks_what, random() as situation, random() < 0.1 as abroad,
      random() < 0.35 as worked, random() as first
    from sizes, generate_series(1, ${trainers}::int) as n)
  select c.n, uuidv7() as account_id, uuidv7() as profile_id, h.id as home, l.name as last_name, c.abroad, c.worked,
    (${sql.param(firstNames.map(([, name]) => name))}::text[])[1 + floor(c.first * ${firstNames.length})::int] as first_name,
    (array['civil_servant', 'contract_agent', 'self_employed', 'private_employee', 'none'])[1 + floor(power(c.situation, 1.4) * 5)::int] as status,
    case when a.specialty = b.specialty or c.n % 2 = 0 then array[a.specialty] else array[a.specialty, b.specialty] end as specialties,
    case when a.sub = b.sub or c.n % 2 = 0 then array[a.sub] else array[a.sub, b.sub] end as subs,
    h.region_codes as regions,
    case when c.place < 0.6 or cardinality(h.departments) = 0 then '{}'::text[] else h.departments[f.first : f.first + c.n % 2] end as departments,
    case when c.speaks < 0.6 then '{}'::text[]
      else array[search_fold((${sql.param([...languages])}::text[])[1 + floor(c.speaks_what * ${languages.length})::int])] end as spoken,
    concat_ws(' ', a.words, case when c.n % 2 = 1 then b.words end, x.sentence, y.sentence, z.sentence) as content,
    ${now.toISOString()}::timestamptz - (${trainers}::int - c.n) * interval '30 minutes' as at
  from chances c
  join volume_careers a on a.rank = c.one
  join volume_careers b on b.rank = c.two
  join volume_homes h on h.rank = c.home
  join volume_names l on l.rank = c.name
  cross join lateral (select 1 + floor(c.department * cardinality(h.departments))::int as first) f
  join volume_sentences x on x.rank = c.s1
  join volume_sentences y on y.rank = c.s2
  join volume_sentences z on z.rank = c.s3`;
