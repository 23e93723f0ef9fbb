import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { countries } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { type AdConditions, type AdWanted, conditionsOf, filterOf, isWhole } from "./ad-conditions";
import { type AdFacets, type AdMatches, countMatches, readFacets } from "./ad-facets";
import { type AdOrder, bestOf, isBackwards, isRanked, orderOf, placeIn } from "./ad-order";
import { correctWords } from "./ad-words";
import type { AdSort } from "./vocabulary";

export type { AdFacets } from "./ad-facets";
export { mostRanked } from "./ad-order";

export const adsPageSize = 20;

export interface AdSearch extends AdWanted {
  readonly sort: AdSort;
  readonly direction: "asc" | "desc";
  /** Identifier of the last ad of the page before, or of the first of the page after. */
  readonly after: string | null;
  readonly before: string | null;
}

const { id, number, title, specialtyCodes, regionCodes, startsOn, endsOn, deadlineOn, urgent, publishedAt } = getTableColumns(ads);
const shown = {
  id,
  number,
  title,
  specialtyCodes,
  regionCodes,
  startsOn,
  endsOn,
  deadlineOn,
  urgent,
  publishedAt,
  country: countries.name,
};

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

export interface NearestWords {
  /** Without the slips, or with some of the words only. */
  readonly kind: "corrected" | "some";
  readonly words: string;
}

export interface FoundAds {
  readonly ads: readonly AdLine[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly total: { readonly count: number; readonly capped: boolean };
  /** No ad holds the words typed: what was looked for instead. */
  readonly nearest: NearestWords | null;
  /** The most relevant first, over the newest ones only. */
  readonly isRanked: boolean;
}

/** Open ads by text and criteria, which add up (EI-10); a number finds its ad, even closed. Public: no policy. */
export const searchAds = async (ctx: Ctx, search: AdSearch): Promise<FoundAds> => (await find(ctx, search)).found;

/** The same for programs: nothing is shown instead of what is not found, which would be news of something else. */
export async function searchExactAds(ctx: Ctx, search: AdSearch, size: number): Promise<FoundAds> {
  const conditions = await conditionsOf(ctx, search);
  const matches = await countMatches(ctx, conditions, { order: orderOf(search, conditions, size) });
  return (await read(ctx, { conditions, matches, insteadOf: null }, search, size)).found;
}

/** The same, with the numbers beside each choice of the form. */
export async function searchAdsWithFacets(ctx: Ctx, search: AdSearch): Promise<FoundAds & { readonly facets: AdFacets }> {
  const { found, conditions, matches } = await find(ctx, search);
  return { ...found, facets: await readFacets(ctx, conditions, matches) };
}

/** How many ads a search finds, up to the limit. */
export const countAds = async (ctx: Ctx, wanted: AdWanted): Promise<AdMatches> => countMatches(ctx, await conditionsOf(ctx, wanted));

interface Found {
  readonly found: FoundAds;
  readonly conditions: AdConditions;
  readonly matches: AdMatches;
}

async function find(ctx: Ctx, search: AdSearch): Promise<Found> {
  const conditions = await conditionsOf(ctx, search);
  const matches = await countMatches(ctx, conditions, { order: orderOf(search, conditions, adsPageSize) });
  if (matches.count > 0 || conditions.words === "" || conditions.number !== null)
    return read(ctx, { conditions, matches, insteadOf: null }, search);
  return (await findNearest(ctx, conditions, search)) ?? read(ctx, { conditions, matches, insteadOf: null }, search);
}

/** No ad fits: a slip in a word is forgiven, then some of the words are enough; not when a criterion is what excludes them all. */
async function findNearest(ctx: Ctx, conditions: AdConditions, search: AdSearch): Promise<Found | null> {
  const wordsAlone: AdConditions = { ...conditions, wanted: { ...noCriteria, query: search.query }, tokens: noTokens };
  if (!isWhole({ ...conditions, words: "" }) && (await countMatches(ctx, wordsAlone)).count > 0) return null;
  const withoutSlips = await correctWords(ctx, search.query);
  const some = anyOf(withoutSlips ?? search.query);
  for (const words of [withoutSlips, some]) {
    if (words === null) continue;
    const nearest: AdConditions = { ...conditions, words };
    const matches = await countMatches(ctx, nearest, { order: orderOf(search, nearest, adsPageSize) });
    if (matches.count > 0) return read(ctx, { conditions: nearest, matches, insteadOf: words === some ? "some" : "corrected" }, search);
  }
  return null;
}

/** "a or b"; null for a single word. Words to leave out are no help here. */
function anyOf(query: string): string | null {
  const words = query.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2 && word.toLowerCase() !== "or");
  return words.length < 2 ? null : words.join(" or ");
}

async function read(ctx: Ctx, { conditions, matches, insteadOf }: Reading, search: AdSearch, size = adsPageSize): Promise<Found> {
  const page = matches.count === 0 ? empty : await readPage(ctx, { conditions, matches, insteadOf }, search, size);
  const { count, capped } = matches;
  const nearest = insteadOf === null ? null : { kind: insteadOf, words: conditions.words };
  return { found: { ...page, total: { count, capped }, nearest, isRanked: isRanked(search, conditions) }, conditions, matches };
}

interface Reading {
  readonly conditions: AdConditions;
  readonly matches: AdMatches;
  readonly insteadOf: NearestWords["kind"] | null;
}

const empty = { ads: [], next: null, previous: null };
const noCriteria = { criteria: {}, from: null, until: null, deadlineFrom: null };
const noTokens = { topic: [], place: [], structure: [] };

async function readPage(ctx: Ctx, { conditions, matches }: Reading, search: AdSearch, size: number) {
  const order = orderOf(search, conditions, size);
  const rows = matches.first === null ? await readFromMany(ctx, conditions, order) : await readThese(ctx, matches.first);
  const backwards = isBackwards(search);
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  const found = backwards ? kept.reverse() : kept;
  const [hasPrevious, hasNext] = backwards ? [more, true] : [order.cursor !== null, more];
  return { ads: found, previous: hasPrevious ? (found[0]?.id ?? null) : null, next: hasNext ? (found.at(-1)?.id ?? null) : null };
}

/** Ads that are known already, in the order given. */
async function readThese(ctx: Ctx, ids: readonly string[]): Promise<AdLine[]> {
  const rows = await ctx.db
    .select(shown)
    .from(ads)
    .innerJoin(countries, eq(countries.code, ads.countryCode))
    .where(sql`${id} = any(${sql.param([...ids])}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((one) => byId.get(one) ?? []);
}

/** Found in great number, they are walked through in their order; by weight, the newest ones only. */
function readFromMany(ctx: Ctx, conditions: AdConditions, order: AdOrder): Promise<AdLine[]> {
  const many = sql`${ads} where ${filterOf(conditions)}`;
  if (!order.ranked) {
    const { ordered, past } = placeIn(order);
    return ctx.db
      .select(shown)
      .from(ads)
      .innerJoin(countries, eq(countries.code, ads.countryCode))
      .where(and(filterOf(conditions), past))
      .orderBy(...ordered)
      .limit(order.most);
  }
  const { best, ordered } = bestOf(many, conditions, order);
  return ctx.db
    .select(shown)
    .from(sql`(${best}) as best`)
    .innerJoin(ads, sql`${id} = best.found_id`)
    .innerJoin(countries, eq(countries.code, ads.countryCode))
    .orderBy(ordered);
}

/** The latest open ads, for the home page (EI-01). */
export async function latestAds(ctx: Ctx, most: number): Promise<readonly AdLine[]> {
  const conditions = await conditionsOf(ctx, { query: "", ...noCriteria });
  return readFromMany(ctx, conditions, orderOf({ sort: "published", direction: "desc", after: null, before: null }, conditions, most - 1));
}
