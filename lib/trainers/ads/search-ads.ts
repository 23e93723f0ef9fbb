import { and, arrayContains, eq, getTableColumns, gte, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { countries } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { fold } from "@/lib/core/text";
import { withTx } from "@/lib/core/tx";
import { facetOf, readAdNumber } from "./rules";
import { type AdCriterion, adCriteria, type AdSort } from "./vocabulary";

export const adsPageSize = 20;
const countLimit = 1000;

export interface AdSearch {
  /** Words, or the number of an ad. */
  readonly query: string;
  readonly criteria: Readonly<Partial<Record<AdCriterion, readonly string[]>>>;
  /** The intervention takes place, even in part, between these days. */
  readonly from: string | null;
  readonly until: string | null;
  /** The deadline is this day or later. */
  readonly deadlineFrom: string | null;
  readonly sort: AdSort;
  readonly direction: "asc" | "desc";
  /** Identifier of the last ad of the page before, or of the first of the page after. */
  readonly after: string | null;
  readonly before: string | null;
}

const { id, number, title, specialtyCodes, regionCodes, startsOn, endsOn, deadlineOn, urgent, publishedAt } = getTableColumns(ads);
const line = { id, number, title, specialtyCodes, regionCodes, startsOn, endsOn, deadlineOn, urgent, publishedAt };

export interface AdLine {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly specialtyCodes: readonly string[];
  readonly regionCodes: readonly string[];
  readonly country: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly deadlineOn: string | null;
  readonly urgent: boolean;
  readonly publishedAt: Date | null;
}

export interface FoundAds {
  readonly ads: readonly AdLine[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly total: { readonly count: number; readonly capped: boolean };
  /** No ad holds these words: these have the nearest titles. */
  readonly nearest: boolean;
}

/** Open ads by text and criteria, which add up (EI-10); a number finds its ad, even closed. Public: no policy. */
export async function searchAds(ctx: Ctx, search: AdSearch): Promise<FoundAds> {
  const wanted = readAdNumber(search.query);
  const open = conditionsOf(search, parisDay(ctx.now));
  if (wanted !== null)
    return read(ctx, and(eq(ads.number, wanted), or(eq(ads.state, "published"), eq(ads.state, "closed"))), search, false);
  if (fold(search.query) === "") return read(ctx, open, search, false);
  const exact = await read(ctx, and(open, sql`${ads.search} @@ websearch_to_tsquery('french_unaccent', ${search.query})`), search, false);
  if (exact.total.count > 0) return exact;
  return loosely(ctx, (tx) => read(tx, and(open, sql`search_fold(${search.query}) <% ${ads.searchTitle}`), search, true));
}

/** The conditions are written as the partial indexes have them, and every choice goes to one of them. */
function conditionsOf({ criteria, from, until, deadlineFrom }: AdSearch, today: string): SQL | undefined {
  const chosen = adCriteria.flatMap((criterion) => {
    const tokens = (criteria[criterion] ?? []).map((value) => facetOf(criterion, value));
    if (tokens.length === 0) return [];
    return [tokens.length === 1 ? arrayContains(ads.facets, tokens) : sql`${ads.facets} && ${sql.param(tokens, ads.facets)}`];
  });
  return and(
    sql`${ads.state} = 'published'`,
    or(isNull(deadlineOn), gte(deadlineOn, today)),
    ...chosen,
    from === null ? undefined : sql`coalesce(${endsOn}, ${startsOn}) >= ${from}`,
    until === null ? undefined : lte(startsOn, until),
    deadlineFrom === null ? undefined : gte(deadlineOn, deadlineFrom),
  );
}

/** Sort keys; an ad without the date comes last. The number of the row settles what is equal. */
const keys = {
  published: sql`${publishedAt}, ${id}`,
  deadline: sql`coalesce(${deadlineOn}, '9999-12-31'::date), ${id}`,
  start: sql`coalesce(${startsOn}, '9999-12-31'::date), ${id}`,
} as const satisfies Record<AdSort, SQL>;
const keysDown = {
  published: sql`${publishedAt} desc, ${id} desc`,
  deadline: sql`coalesce(${deadlineOn}, '9999-12-31'::date) desc, ${id} desc`,
  start: sql`coalesce(${startsOn}, '9999-12-31'::date) desc, ${id} desc`,
} as const satisfies Record<AdSort, SQL>;

async function read(ctx: Ctx, filter: SQL | undefined, search: AdSearch, nearest: boolean): Promise<FoundAds> {
  const [page, count] = await Promise.all([readPage(ctx, filter, search), countUpTo(ctx, filter)]);
  return { ...page, total: { count: Math.min(count, countLimit), capped: count > countLimit }, nearest };
}

async function readPage(ctx: Ctx, filter: SQL | undefined, { sort, direction, after, before }: AdSearch) {
  const backwards = after === null && before !== null;
  const up = (direction === "asc") !== backwards;
  const cursor = after ?? before;
  const rows: AdLine[] = await ctx.db
    .select({ ...line, country: countries.name })
    .from(ads)
    .innerJoin(countries, eq(countries.code, ads.countryCode))
    .where(and(filter, cursor === null ? undefined : beyond(sort, up, cursor)))
    .orderBy(up ? keys[sort] : keysDown[sort])
    .limit(adsPageSize + 1);
  const more = rows.length > adsPageSize;
  const kept = rows.slice(0, adsPageSize);
  const found = backwards ? kept.reverse() : kept;
  const [hasPrevious, hasNext] = backwards ? [more, true] : [cursor !== null, more];
  return { ads: found, previous: hasPrevious ? (found[0]?.id ?? null) : null, next: hasNext ? (found.at(-1)?.id ?? null) : null };
}

const beyond = (sort: AdSort, up: boolean, cursor: string): SQL =>
  sql`(${keys[sort]}) ${up ? sql`>` : sql`<`} (select ${keys[sort]} from ${ads} where ${id} = ${cursor})`;

async function countUpTo(ctx: Ctx, filter: SQL | undefined): Promise<number> {
  const some = ctx.db
    .select({ id })
    .from(ads)
    .where(filter)
    .limit(countLimit + 1)
    .as("some");
  return ctx.db.$count(some);
}

// No audit: it reads; the transaction only bounds the setting. No policy: public ads.
/** A slip in a short title falls just under the database's own idea of "resembles". */
const loosely = <Result>(ctx: Ctx, find: (ctx: Ctx) => Promise<Result>): Promise<Result> =>
  withTx(ctx, async (tx) => {
    await tx.db.execute(sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true)`);
    return find(tx);
  });

/** The latest open ads, for the home page (EI-01). */
export const latestAds = async (ctx: Ctx, most: number): Promise<readonly AdLine[]> =>
  ctx.db
    .select({ ...line, country: countries.name })
    .from(ads)
    .innerJoin(countries, eq(countries.code, ads.countryCode))
    .where(and(sql`${ads.state} = 'published'`, or(isNull(deadlineOn), gte(deadlineOn, parisDay(ctx.now)))))
    .orderBy(keysDown.published)
    .limit(most);
