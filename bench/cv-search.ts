import { randomUUID } from "node:crypto";
import { cvSearchOf } from "@/components/gestion/cvs-table";
import { connect } from "@/db/client";
import { seedVolumeTrainers } from "@/db/seed/volume-trainers";
import type { Ctx } from "@/lib/core/ctx";
import { listRegions } from "@/lib/references/list-regions";
import { specialtiesData } from "@/lib/references/specialties.data";
import { type CvSearch, searchCvs } from "@/lib/trainers/library/search-cvs";
import { statuses } from "@/lib/trainers/profile/vocabulary";
import type { Stage } from "./stage";
import { median, quantile } from "./statistics";

/** Milliseconds. */
interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface CvSearchFigures {
  readonly trainers: number;
  /** By kind of search, each with its list and its total. */
  readonly times: Readonly<Record<string, Times>>;
}

const timedSearches = 200;

/** Written once, then indexed: the other way round takes three times as long. */
export async function fillWithTrainers({ sql, databaseUrl }: Stage, trainers: number): Promise<void> {
  const indexes = await sql<{ indexname: string; indexdef: string }[]>`
    select indexname, indexdef from pg_indexes where tablename = 'cv_entries' and indexname not in (select conname from pg_constraint)`;
  for (const { indexname } of indexes) await sql.unsafe(`drop index "${indexname}"`);
  const { sql: client, db } = connect(databaseUrl, { max: 1 });
  await seedVolumeTrainers(benchCtx(db), trainers);
  await client.end({ timeout: 5 });
  for (const { indexdef } of indexes) await sql.unsafe(indexdef);
  await sql.unsafe("vacuum analyze cv_entries, unavailabilities, trainer_profiles");
}

const benchCtx = (db: Ctx["db"]): Ctx => ({
  db,
  actor: {
    kind: "account",
    accountId: randomUUID(),
    sessionId: randomUUID(),
    firstName: "Camille",
    lastName: "Mesure",
    address: "camille.mesure@demo.example",
    grants: [{ role: "administrator", structureId: null, authorityId: null }],
    secondFactor: "not_asked",
    provedAt: new Date(),
    sessionExpiresAt: new Date(Date.now() + 3_600_000),
  },
  now: new Date(),
  requestId: "bench",
  network: "bench",
  device: "bench",
  inTransaction: false,
});

/** Searches of the CVthèque among many, the same ones each time (AD-03). */
export async function measureCvSearch({ databaseUrl }: Stage, say: (text: string) => void): Promise<CvSearchFigures> {
  const { sql: client, db } = connect(databaseUrl, { max: 4 });
  const ctx = benchCtx(db);
  try {
    const [counted] = await client<{ trainers: number }[]>`select count(*)::int as trainers from cv_entries`;
    const regions = await listRegions(ctx);
    const names = await client<{ last_name: string }[]>`select last_name from cv_entries tablesample system (2) limit 400`;
    const times: Record<string, Times> = {};
    for (const [kind, queryOf] of Object.entries(
      mixes(
        regions,
        names.map(({ last_name }) => last_name),
      ),
    )) {
      say(`searches of CVs: ${kind}`);
      times[kind] = await timed((n) => searchCvs(ctx, searchOf(queryOf(chances(n * 7_919 + 17)))));
    }
    return { trainers: counted?.trainers ?? 0, times };
  } finally {
    await client.end({ timeout: 5 });
  }
}

function searchOf(query: URLSearchParams): CvSearch {
  return cvSearchOf(Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))).search;
}

const words = [
  "formation",
  "équipe",
  "budget",
  "management",
  "paie",
  "sécurité",
  "état civil",
  "protection des données",
  "restauration",
  "xylophone",
];
type Next = () => number;
type Regions = Awaited<ReturnType<typeof listRegions>>;

/** A name as it is written, a name with a slip, words, criteria, and all of it together. */
function mixes(regions: Regions, names: readonly string[]): Readonly<Record<string, (next: Next) => URLSearchParams>> {
  const one = <Item>(next: Next, items: readonly Item[]): Item | undefined => items[Math.floor(next() * items.length)];
  const name = (next: Next) => one(next, names) ?? "Martin";
  const slip = (next: Next) => {
    const whole = name(next);
    const at = 1 + Math.floor(next() * Math.max(1, whole.length - 2));
    return whole.slice(0, at) + whole.slice(at + 1);
  };
  const criteria = (next: Next, query: URLSearchParams) => {
    const specialty = one(next, specialtiesData);
    if (next() < 0.6 && specialty !== undefined) query.append("specialite", specialty.code);
    const region = one(next, regions);
    if (next() < 0.5 && region !== undefined) query.append("region", region.code);
    const department = one(next, region?.departments ?? []);
    if (next() < 0.3 && department !== undefined) query.append("departement", department.code);
    if (next() < 0.3) query.append("statut", one(next, statuses) ?? "none");
    if (next() < 0.2) query.set("langue", "anglais");
    if (next() < 0.2) query.set("intervenu", next() < 0.5 ? "oui" : "non");
    if (next() < 0.2)
      for (const [bound, day] of [
        ["du", "2026-12-01"],
        ["au", "2026-12-20"],
      ] as const)
        query.set(bound, day);
    if (next() < 0.3) query.set("sort", "recent");
    return query;
  };
  return {
    "no criterion": () => new URLSearchParams(),
    "a name": (next) => new URLSearchParams({ q: name(next) }),
    "a name with a slip": (next) => new URLSearchParams({ q: slip(next) }),
    words: (next) => new URLSearchParams({ q: one(next, words) ?? "" }),
    criteria: (next) => criteria(next, new URLSearchParams()),
    "words and criteria": (next) => criteria(next, new URLSearchParams({ q: one(next, words) ?? "" })),
  };
}

/** Always the same ones, in the same order: a run is compared with another. */
function chances(seed: number): Next {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  // The first ones of a seed resemble those of the next.
  for (let skipped = 0; skipped < 4; skipped += 1) next();
  return next;
}

/** The first fifth warms up, and is not counted. */
async function timed(run: (n: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let n = 0; n < timedSearches * 1.2; n += 1) {
    const before = performance.now();
    await run(n);
    if (n >= timedSearches * 0.2) times.push(performance.now() - before);
  }
  return { p50: median(times), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
}
