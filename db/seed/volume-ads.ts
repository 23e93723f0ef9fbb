import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/core/ctx";
import { adTopicsA } from "./demonstration-ads-a.data";
import { adTopicsB } from "./demonstration-ads-b.data";

export interface Volume {
  readonly ads: number;
  /** About so many of them are open; the others were open before. */
  readonly open: number;
}

/** An ad is open five weeks and a half on average: 15 to 60 days from its publication to its deadline. */
const daysOpen = 37.5;

/**
 * As many ads as wanted, for the measures of speed only (EI-10): subjects and sentences of the demonstration, in unequal
 * shares, with the communes of the references for the words that are rare. The same ones each time for one instant, in
 * one statement, oldest first as time would have written them.
 */
export async function seedVolumeAds(ctx: Ctx, { ads, open }: Volume): Promise<void> {
  const topics = JSON.stringify([...adTopicsA, ...adTopicsB]);
  await ctx.db.transaction(async (db) => {
    await db.execute(sql`set local statement_timeout = 0`);
    await db.execute(sql`select setseed(0.42)`);
    await db.execute(sql`
      create temp table volume_topics on commit drop as
      select (rank - 1)::int as rank, topic->>'title' as title, topic->>'otherTitle' as other_title, topic->>'description' as description,
        topic->>'profileSought' as profile, topic->>'context' as context, topic->>'audience' as audience, topic->>'duration' as duration,
        array(select jsonb_array_elements_text(topic->'subSpecialties')) as subs,
        array(select distinct left(code, 2) from jsonb_array_elements_text(topic->'subSpecialties') as code order by 1) as parents
      from jsonb_array_elements(${topics}::text::jsonb) with ordinality as given (topic, rank)`);
    await db.execute(sql`
      create temp table volume_sentences on commit drop as
      select (row_number() over () - 1)::int as rank, sentence
      from volume_topics, regexp_split_to_table(description, '(?<=[.]) ') as sentence`);
    await db.execute(sql`
      create temp table volume_places on commit drop as
      select (row_number() over (order by population desc, code) - 1)::int as rank, name from communes where active
      union all select 0, 'Cachan' where not exists (select from communes)`);
    await db.execute(sql`
      create temp table volume_structures on commit drop as
      select (row_number() over (order by code) - 1)::int as rank, id, code, region_codes,
        array(select d.code from departments d where d.region_code = any (region_codes) order by d.code) as departments
      from structures where active`);
    await db.execute(insertion(ctx.now, ads, (daysOpen * ads) / open));
    await db.execute(sql`
      insert into ad_sequences (structure_id, month, last)
      select structure_id, substr(number, 4, 4), max(substr(number, 8)::int) from ads where number is not null group by 1, 2
      on conflict (structure_id, month) do update set last = excluded.last`);
  });
}

/** Narrow rows first: chances, dates, the number by structure and month (EI-12); then the texts, so that little is sorted. */
const insertion = (now: Date, ads: number, days: number) => sql`
  insert into ads (state, number, structure_id, title, description, profile_sought, context, audience, duration, starts_on, ends_on,
    deadline_on, region_codes, department_codes, specialty_codes, sub_specialty_codes, contact_name, contact_address, urgent,
    created_at, published_at, closed_at, closed_reason)
  with sizes as (
    select (select count(*) from volume_topics) as topics, (select count(*) from volume_structures) as structures,
      (select count(*) from volume_places) as places, (select count(*) from volume_sentences) as sentences),
  chances as materialized (
    select n, floor(power(random(), 1.5) * topics)::int as topic, floor(power(random(), 1.3) * structures)::int as structure,
      floor(power(random(), 2.5) * places)::int as commune, floor(power(random(), 1.4) * sentences)::int as one,
      floor(power(random(), 1.4) * sentences)::int as two, floor(random() * sentences)::int as three, random() as place,
      random() as department, 15 + floor(random() * 46)::int as answered, 15 + floor(random() * 80)::int as until_start,
      (array[0, 1, 2, 4, 11, 18, 30, 60, 88, 120])[1 + floor(random() * 10)::int] as lasting, random() as waits, random() < 0.1 as urgent,
      ${now.toISOString()}::timestamptz - (${ads}::int - n) * interval '1 second' * ${(days * 86_400) / ads}::float8 as published_at
    from sizes, generate_series(1, ${ads}::int) as n),
  dated as (
    select c.*, (published_at at time zone 'Europe/Paris')::date + answered as deadline_on, to_char(published_at at time zone 'Europe/Paris', 'YYMM') as month
    from chances c),
  lived as (
    select d.*, (${now.toISOString()}::timestamptz at time zone 'Europe/Paris')::date - deadline_on as late,
      row_number() over (partition by structure, month order by n) as sequence
    from dated d order by n)
  select (case when over then 'closed' else 'published' end)::ad_state,
    s.code || l.month || lpad((sequence + coalesce(q.last, 0))::text, greatest(3, length((sequence + coalesce(q.last, 0))::text)), '0'),
    s.id, case when n % 2 = 0 then t.title else t.other_title end || case when n % 3 = 0 then ' à ' || p.name else '' end,
    concat_ws(' ', t.description, a.sentence, b.sentence, e.sentence, 'Le groupe est attendu à ' || p.name || '.'),
    t.profile, t.context, t.audience, t.duration, deadline_on + until_start, deadline_on + until_start + lasting, deadline_on,
    case when l.place < 0.15 then '{}' else s.region_codes end,
    case when l.place < 0.6 or cardinality(s.departments) = 0 then '{}' else s.departments[first : first + n % 2] end,
    t.parents, t.subs, 'Camille Mesure', 'formation.' || s.code || '@demo.example', urgent, published_at, published_at,
    case when over then (deadline_on + 1)::timestamptz end, case when over then 'La date limite est passée.' end
  from lived l
  -- Closed once their time is over; of those of the last month, most wait for it still.
  cross join lateral (select late > 30 or (late > 0 and waits > 0.7) as over) o
  join volume_topics t on t.rank = l.topic
  join volume_structures s on s.rank = l.structure
  cross join lateral (select 1 + floor(l.department * cardinality(s.departments))::int as first) f
  join volume_places p on p.rank = l.commune
  join volume_sentences a on a.rank = l.one
  join volume_sentences b on b.rank = l.two
  join volume_sentences e on e.rank = l.three
  left join ad_sequences q on q.structure_id = s.id and q.month = l.month`;
