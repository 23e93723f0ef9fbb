import { and, eq, type SQL, sql } from "drizzle-orm";
import { cvEntries } from "@/db/schema/cv-library";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { fold } from "@/lib/core/text";
import { withTx } from "@/lib/core/tx";
import { conditionsOf, type CvFilter, resembling, written } from "./cv-conditions";
import { can } from "./policy";
import { cvPageSize, type CvSort } from "./vocabulary";

const countLimit = 1000;

export interface CvSearch extends CvFilter {
  readonly sort: CvSort;
  readonly direction: "asc" | "desc";
  /** Profile of the last line of the page before, or of the first of the page after. */
  readonly after: string | null;
  readonly before: string | null;
}

const { profileId, firstName, lastName, status, specialtyCodes, regionCodes, languages, validatedAt, updatedAt, lastInterventionOn } =
  cvEntries;
const line = { profileId, firstName, lastName, status, specialtyCodes, regionCodes, languages, validatedAt, updatedAt, lastInterventionOn };

export type CvLine = Awaited<ReturnType<typeof linesOf>>[number];
export interface CvPage {
  readonly cvs: readonly CvLine[];
  readonly next: string | null;
  readonly previous: string | null;
}
export interface FoundCvs extends CvPage {
  readonly total: { readonly count: number; readonly capped: boolean };
  /** Nobody's CV has these words: these have the nearest names. */
  readonly nearest: boolean;
}

/** Validated trainers by text and criteria that add up, page by page (AD-03). */
export async function searchCvs(ctx: Ctx, search: CvSearch, size = cvPageSize): Promise<FoundCvs> {
  ensure(can.searchCvs(ctx.actor));
  return steadily(ctx, async (tx) => {
    const { filter, count, nearest } = await findCvs(tx, search);
    const page = await readPage(tx, filter, search, size);
    return { ...page, total: { count: Math.min(count, countLimit), capped: count > countLimit }, nearest };
  });
}

/**
 * Every CV found, by name, in batches (AD-03). Counted once; each batch begins after the key of the last line, carried as
 * it was read: whoever saves or leaves meanwhile neither cuts the list short nor is met twice. The caller has judged who reads.
 */
export async function* everyCv(ctx: Ctx, search: CvFilter, size: number): AsyncGenerator<readonly CvLine[]> {
  const { filter } = await steadily(ctx, (tx) => findCvs(tx, search));
  let last: { readonly key: string; readonly profileId: string } | undefined;
  do {
    const beyond: SQL | undefined = last && sql`(${keys.name}) > (${last.key}::text, ${last.profileId}::uuid)`;
    const rows = await steadily(ctx, (tx) => linesOf(tx, and(filter, beyond), keys.name).limit(size));
    yield rows;
    last = rows.length < size ? undefined : rows.at(-1);
  } while (last !== undefined);
}

/** What a search means: words as they are written, or, when nobody has them, names that resemble. */
async function findCvs(ctx: Ctx, search: CvFilter) {
  const criteria = await conditionsOf(ctx, search);
  const texts = fold(search.query) !== "";
  const exact = and(criteria, texts ? written(search.query) : undefined);
  const count = await countUpTo(ctx, exact);
  if (count > 0 || !texts) return { filter: count > countLimit ? exact : among(exact), count, nearest: false };
  const near = and(criteria, resembling(search.query));
  const found = await idsUpTo(ctx, near);
  return { filter: found.length > countLimit ? near : these(found), count: found.length, nearest: true };
}

/**
 * Few profiles fit: they are found first, then put in order. Left to itself, the planner walks through the order until
 * it has met enough of them, which for a rare combination is the whole table.
 */
const among = (filter: SQL | undefined): SQL | undefined =>
  filter === undefined
    ? undefined
    : sql`${profileId} = any (array(with hits as materialized (select ${profileId} as id from ${cvEntries} where ${filter}) select id from hits))`;

/** Names are compared one by one: those that resemble are found once. */
const these = (ids: readonly string[]): SQL => sql`${profileId} = any (${sql.param([...ids])}::uuid[])`;

/** Written as the indexes cv_entries_order and cv_entries_recent have them. */
const keys = { name: sql`${cvEntries.searchName}, ${profileId}`, recent: sql`${updatedAt}, ${profileId}` } as const;
const keysDown = {
  name: sql`${cvEntries.searchName} desc, ${profileId} desc`,
  recent: sql`${updatedAt} desc, ${profileId} desc`,
} as const satisfies Record<CvSort, SQL>;

async function readPage(ctx: Ctx, filter: SQL | undefined, { sort, direction, after, before }: CvSearch, size: number) {
  const backwards = after === null && before !== null;
  const up = (direction === "asc") !== backwards;
  const cursor = after ?? before;
  const beyond = sql`(${keys[sort]}) ${up ? sql`>` : sql`<`} (select ${keys[sort]} from ${cvEntries} where ${profileId} = ${cursor})`;
  const rows = await linesOf(ctx, and(filter, cursor === null ? undefined : beyond), up ? keys[sort] : keysDown[sort]).limit(size + 1);
  const more = rows.length > size;
  const cvs = backwards ? rows.slice(0, size).reverse() : rows.slice(0, size);
  const [hasPrevious, hasNext] = backwards ? [more, true] : [cursor !== null, more];
  return {
    cvs,
    previous: hasPrevious ? (cvs[0]?.profileId ?? null) : null,
    next: hasNext ? (cvs.at(-1)?.profileId ?? null) : null,
  };
}

const linesOf = (ctx: Ctx, filter: SQL | undefined, order: SQL) =>
  ctx.db
    .select({ ...line, key: cvEntries.searchName, structure: structures.name })
    .from(cvEntries)
    .innerJoin(structures, eq(structures.id, cvEntries.homeStructureId))
    .where(filter)
    .orderBy(order);

/** Planned as if all were wanted, and read until there are more than the limit. */
async function countUpTo(ctx: Ctx, filter: SQL | undefined): Promise<number> {
  const hits =
    filter === undefined
      ? sql`select 1 from ${cvEntries} order by ${keys.name} limit ${countLimit + 1}`
      : sql`select 1 from ${cvEntries} where ${filter}`;
  const [row] = await ctx.db.execute<{ count: number }>(
    sql`with hits as materialized (${hits}) select count(*)::int as count from (select 1 from hits limit ${countLimit + 1}) as found`,
  );
  return row?.count ?? 0;
}

async function idsUpTo(ctx: Ctx, filter: SQL | undefined): Promise<readonly string[]> {
  const [row] = await ctx.db.execute<{ ids: readonly string[] | null }>(
    sql`with hits as materialized (select ${profileId} as id from ${cvEntries} where ${filter})
      select array_agg(id) as ids from (select id from hits limit ${countLimit + 1}) as found`,
  );
  return row?.ids ?? [];
}

// No audit: it reads; the transaction only bounds the settings.
/**
 * A slip in a short name falls just under the database's own idea of "resembles"; it takes two criteria that many have
 * for a combination that many have, then reads the table, or an index of it, from end to end; and a plan kept for all
 * values fits none.
 */
const steadily = <Result>(ctx: Ctx, read: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
  withTx(ctx, async (tx) => {
    await tx.db.execute(sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true),
      set_config('enable_seqscan', 'off', true), set_config('enable_indexonlyscan', 'off', true),
      set_config('plan_cache_mode', 'force_custom_plan', true)`);
    return read(tx);
  });
