import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { countries } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { type AdConditions, type AdWanted, conditionsOf, deadline, filterOf, foundBy, isWhole, relevanceOf, start } from "./ad-conditions";
import { type AdFacets, type AdMatches, countMatches, readFacets } from "./ad-facets";
import { correctWords } from "./ad-words";
import type { AdSort } from "./vocabulary";

export type { AdFacets } from "./ad-facets";

export const adsPageSize = 20;
/** Words are judged by their weight over the newest ads that hold them: all of a common word's would take a second. */
export const mostRanked = 500;

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
  return (await read(ctx, { conditions, matches: await countMatches(ctx, conditions), insteadOf: null }, search, size)).found;
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
  const matches = await countMatches(ctx, conditions);
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
    const matches = await countMatches(ctx, nearest);
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

/** Sort keys; an ad without the date comes last. The number of the row settles what is equal. */
const keys = { published: sql`${publishedAt}`, deadline, start } as const satisfies Record<Exclude<AdSort, "relevance">, SQL>;

const isRanked = ({ sort }: Pick<AdSearch, "sort">, { words, number: wanted }: AdConditions) =>
  sort === "relevance" && words !== "" && wanted === null;

async function readPage(ctx: Ctx, { conditions, matches }: Reading, { sort, direction, after, before }: AdSearch, size: number) {
  const backwards = after === null && before !== null;
  const order = {
    few: !matches.capped && !isWhole(conditions),
    key: keys[sort === "relevance" ? "published" : sort],
    up: (direction === "asc" && sort !== "relevance") !== backwards,
    cursor: after ?? before,
    most: size + 1,
  };
  const rows = isRanked({ sort }, conditions) ? await readRanked(ctx, conditions, order) : await readSorted(ctx, conditions, order);
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  const found = backwards ? kept.reverse() : kept;
  const [hasPrevious, hasNext] = backwards ? [more, true] : [order.cursor !== null, more];
  return { ads: found, previous: hasPrevious ? (found[0]?.id ?? null) : null, next: hasNext ? (found.at(-1)?.id ?? null) : null };
}

interface Order {
  /** Found in small number: all of them are read, then sorted. Otherwise the ads are walked through in their order. */
  readonly few: boolean;
  readonly key: SQL;
  readonly up: boolean;
  readonly cursor: string | null;
  readonly most: number;
}

const inOrder = (place: readonly SQL[], up: boolean) => place.map((key) => (up ? key : sql`${key} desc`));
const beyond = (up: boolean) => (up ? sql`>` : sql`<`);

function readSorted(ctx: Ctx, conditions: AdConditions, { few, key, up, cursor, most }: Order): Promise<AdLine[]> {
  const place = [key, sql`${id}`];
  const reached = sql.join(place, sql`, `);
  const past = cursor === null ? undefined : sql`(${reached}) ${beyond(up)} (select ${reached} from ${ads} where ${id} = ${cursor})`;
  const ordered = inOrder(place, up);
  if (!few)
    return ctx.db
      .select(shown)
      .from(ads)
      .innerJoin(countries, eq(countries.code, ads.countryCode))
      .where(and(filterOf(conditions), past))
      .orderBy(...ordered)
      .limit(most);
  const first = sql`select ${id} as found_id from ${foundBy(conditions)} ${past === undefined ? sql`` : sql`where ${past}`} order by ${sql.join(ordered, sql`, `)} limit ${most}`;
  return ctx.db
    .select(shown)
    .from(sql`(${first}) as first`)
    .innerJoin(ads, sql`${id} = first.found_id`)
    .innerJoin(countries, eq(countries.code, ads.countryCode))
    .orderBy(...ordered);
}

/** The newest ads found, the most relevant first. */
function readRanked(ctx: Ctx, conditions: AdConditions, { few, up, cursor, most }: Order): Promise<AdLine[]> {
  const columns = sql`${id} as found_id, ${publishedAt} as day, ${relevanceOf(conditions)} as rank`;
  const byDay = sql`order by ${publishedAt} desc, ${id} desc limit ${mostRanked}`;
  const newest = sql`select ${columns} from ${few ? foundBy(conditions) : sql`${ads} where ${filterOf(conditions)}`} ${byDay}`;
  const reached = sql`rank, day, found_id`;
  return ctx.db
    .select(shown)
    .from(sql`(${newest}) as newest`)
    .innerJoin(ads, sql`${id} = newest.found_id`)
    .innerJoin(countries, eq(countries.code, ads.countryCode))
    .where(
      cursor === null
        ? undefined
        : sql`(${reached}) ${beyond(up)} (select ${reached} from (${newest}) as cursor where found_id = ${cursor})`,
    )
    .orderBy(...inOrder([sql`rank`, sql`day`, sql`found_id`], up))
    .limit(most);
}

/** The latest open ads, for the home page (EI-01). */
export const latestAds = async (ctx: Ctx, most: number): Promise<readonly AdLine[]> =>
  readSorted(ctx, await conditionsOf(ctx, { query: "", ...noCriteria }), {
    few: false,
    key: keys.published,
    up: false,
    cursor: null,
    most,
  });
