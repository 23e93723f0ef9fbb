import { adSearchOfAddress } from "@/components/trainers/ads-table";
import { connect } from "@/db/client";
import { seedVolumeAds } from "@/db/seed/volume-ads";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { listRegions } from "@/lib/references/list-regions";
import { listStructures } from "@/lib/references/list-structures";
import { type AdSearch, adsPageSize, searchAds, searchAdsWithFacets } from "@/lib/trainers/ads/search-ads";
import { type MixChoices, mixedQuery } from "./ad-search-mix";
import { type Ask, loadClosed, loadPaced } from "./load";
import { cpuOf } from "./process-tree";
import { network } from "./sign-in-requests";
import type { Stage } from "./stage";
import { median, quantile } from "./statistics";
import { rows, type Servers } from "./variants";

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Milliseconds, and one ratio a round where several are compared. */
export interface AdSearchFigures {
  readonly ads: number;
  readonly open: number;
  /** Any criteria and words, another search each time: the list and its total. */
  readonly list: Times;
  /** The same with the numbers beside each choice, as the page has them. */
  readonly withFacets: Times;
  /** The least statement that reads twenty ads in an order. */
  readonly floor: Times;
  /** Page 500 to page 1, by order. */
  readonly deep: Readonly<Record<string, number>>;
  /** Searches at a steady pace, as visitors come. */
  readonly paced: Times & { readonly perSecond: number };
  /** Processor of a search's page, of F's and of B's, round by round. */
  readonly cpu: { readonly page: readonly number[]; readonly floor: readonly number[]; readonly bare: readonly number[] };
  readonly errors: readonly string[];
}

const searchesTimed = 500;
const pagesPerSecond = 20;
const deepPage = 500;

/** Ads are written once, then indexed: the other way round takes three times as long. */
export async function fillWithAds({ sql, databaseUrl }: Stage, ads: number): Promise<void> {
  const indexes = await sql<{ indexname: string; indexdef: string }[]>`
    select indexname, indexdef from pg_indexes where tablename = 'ads' and indexname not in (select conname from pg_constraint)`;
  for (const { indexname } of indexes) await sql.unsafe(`drop index "${indexname}"`);
  const { sql: client, db } = connect(databaseUrl, { max: 1 });
  await seedVolumeAds(benchCtx(db), { ads, open: ads / 10 });
  await client.end({ timeout: 5 });
  for (const { indexdef } of indexes) await sql.unsafe(indexdef);
  await sql.unsafe("vacuum analyze ads");
}

const benchCtx = (db: Ctx["db"]): Ctx => ({
  db,
  actor: { kind: "visitor" },
  now: new Date(),
  requestId: "bench",
  network: "bench",
  device: "bench",
  inTransaction: false,
});

interface Given {
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (text: string) => void;
}

export async function measureAdSearch(stage: Stage, servers: Servers, { rounds, seconds, say }: Given): Promise<AdSearchFigures> {
  const { sql: client, db } = connect(stage.databaseUrl, { max: 4 });
  const ctx = benchCtx(db);
  try {
    const choices = await readChoices(ctx);
    const searchOf = (n: number): AdSearch => adSearchOfAddress(`http://localhost/?${mixedQuery(n, choices)}`).search;
    const [count] = await stage.sql<{ ads: number; open: number }[]>`
      select count(*)::int as ads, (count(*) filter (where state = 'published' and deadline_on >= ${choices.today}))::int as open from ads`;
    say("searches of ads, one at a time");
    const list = await timed((n) => searchAds(ctx, searchOf(n)));
    const withFacets = await timed((n) => searchAdsWithFacets(ctx, searchOf(n + searchesTimed)));
    const floor = await timed(() => client.unsafe(newest, [], { prepare: true }));
    say("page 500 and page 1");
    const deep = { "newest first": await deepRatio(ctx, "published", "desc"), "by deadline": await deepRatio(ctx, "deadline", "asc") };
    say(`pages of searches, ${pagesPerSecond} a second`);
    const page: Ask = (n) => ({ path: `/intervenants/annonces?${mixedQuery(n, choices)}`, headers: network(n) });
    await loadPaced(servers.site.port, page, { seconds: 5, perSecond: pagesPerSecond });
    const paced = await loadPaced(servers.site.port, page, { seconds: 30, perSecond: pagesPerSecond });
    const cpu = await compareCpu(stage, servers, page, { rounds, seconds, say });
    return {
      ...(count ?? { ads: 0, open: 0 }),
      list,
      withFacets,
      floor,
      deep,
      paced: { p50: paced.p50, p95: paced.p95, p99: paced.p99, perSecond: paced.perSecond },
      cpu,
      errors: paced.firstError === null ? [] : [paced.firstError],
    };
  } finally {
    await client.end({ timeout: 5 });
  }
}

const newest = `select a.id, number, title, specialty_codes, region_codes, starts_on, ends_on, deadline_on, urgent, published_at, c.name
  from ads a join countries c on c.code = a.country_code where state = 'published' order by published_at desc, a.id desc limit ${adsPageSize}`;

async function readChoices(ctx: Ctx): Promise<MixChoices> {
  const [regions, structures] = await Promise.all([listRegions(ctx), listStructures(ctx)]);
  return {
    regions: regions.map(({ code }) => code),
    departments: new Map(regions.map(({ code, departments }) => [code, departments.map((department) => department.code)])),
    structures: structures.map(({ id }) => id),
    today: parisDay(ctx.now),
  };
}

/** The first fifth warms up, and is not counted. */
async function timed(run: (n: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let n = 0; n < searchesTimed * 1.2; n += 1) {
    const before = performance.now();
    await run(n);
    if (n >= searchesTimed * 0.2) times.push(performance.now() - before);
  }
  return { p50: median(times), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}

async function deepRatio(ctx: Ctx, sort: AdSearch["sort"], direction: AdSearch["direction"]): Promise<number> {
  const { search } = adSearchOfAddress("http://localhost/");
  const first: AdSearch = { ...search, sort, direction };
  let after: string | null = null;
  for (let page = 1; page < deepPage; page += 1) after = (await searchAds(ctx, { ...first, after })).next;
  const times = { first: [] as number[], deep: [] as number[] };
  for (let n = 0; n < 100; n += 1) {
    for (const [name, asked] of [
      ["first", first],
      ["deep", { ...first, after }],
    ] as const) {
      const before = performance.now();
      await searchAds(ctx, asked);
      times[name].push(performance.now() - before);
    }
  }
  return median(times.deep) / median(times.first);
}

async function compareCpu({ databasePid }: Stage, { site, floor, bare }: Servers, page: Ask, { rounds, seconds, say }: Given) {
  const measures = { page: [] as number[], floor: [] as number[], bare: [] as number[] };
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`);
    for (const [name, server, ask] of [
      ["page", site, page],
      ["floor", floor, rows],
      ["bare", bare, rows],
    ] as const) {
      const before = cpuOf(server.pid) + cpuOf(databasePid);
      const { count } = await loadClosed(server.port, ask, { seconds, concurrency: 16 });
      measures[name].push((cpuOf(server.pid) + cpuOf(databasePid) - before) / count);
    }
  }
  return measures;
}
