import { type SQL, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import type { Ctx, Db } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { type AdConditions, filterOf, foundBy, isByDatesAlone, isWhole } from "./ad-conditions";
import { type AdOrder, pageAmong } from "./ad-order";
import { areManyAtOnce } from "./common-words";
import { type AdGroup, adGroups } from "./rules";

/** Beyond it, ads found are "more than a thousand", and are not counted value by value. */
export const countLimit = 1000;

export interface AdMatches {
  readonly count: number;
  readonly capped: boolean;
  /** How many of them have each token; null when there are too many to count. */
  readonly facets: ReadonlyMap<string, number> | null;
  /** The identifiers of the page asked for, in order; null when there are too many to sort, or no page was asked for. */
  readonly first: readonly string[] | null;
}

interface Asked {
  /** A group of criteria to leave out. */
  readonly but?: AdGroup;
  readonly order?: AdOrder;
}

/** How many ads each value of a group would give, the other criteria kept. */
export interface FacetCounts {
  readonly counts: ReadonlyMap<string, number>;
  /** Too many ads to count: the numbers are those of all open ads. */
  readonly whole: boolean;
}
export type AdFacets = Readonly<Record<AdGroup, FacetCounts>>;

const minute = 60_000;
/**
 * Searches known to find more than the limit, which they still will in a minute; what searches without one of their
 * groups found, which is shown in no list; and what all open ads have.
 */
interface Known {
  readonly broad: Map<string, number>;
  readonly beside: Map<string, { readonly until: number; readonly matches: Promise<AdMatches> }>;
  whole?: { readonly at: number; readonly counts: Promise<ReadonlyMap<string, number>> };
}
const mostBroad = 500;
const mostBeside = 200;
const known = new WeakMap<Db, Known>();

function knownOf(db: Db): Known {
  const found: Known = known.get(db) ?? { broad: new Map(), beside: new Map() };
  known.set(db, found);
  return found;
}

/** What a search finds, counted up to the limit, with its tokens and its page: one statement. */
export async function countMatches(ctx: Ctx, conditions: AdConditions, asked: Asked = {}): Promise<AdMatches> {
  const { broad } = knownOf(ctx.db);
  const key = keyOf(conditions, asked.but);
  if ((broad.get(key) ?? 0) > ctx.now.getTime()) return tooMany;
  const remember = () => {
    if (broad.size >= mostBroad) broad.clear();
    broad.set(key, ctx.now.getTime() + minute);
    return tooMany;
  };
  if (await areManyAtOnce(ctx, conditions, countLimit, asked.but)) return remember();
  const [row] = await ctx.db.execute<{ count: number; facets: Readonly<Record<string, number>> | null; first: readonly string[] | null }>(
    counting(conditions, asked),
  );
  const count = row?.count ?? 0;
  if (count > countLimit) return remember();
  return {
    count,
    capped: false,
    facets: new Map(Object.entries(row?.facets ?? {})),
    first: asked.order === undefined ? null : (row?.first ?? []),
  };
}

const tooMany: AdMatches = { count: countLimit, capped: true, facets: null, first: null };

const keyOf = ({ wanted: { from, until, deadlineFrom }, today, tokens, words }: AdConditions, but?: AdGroup) =>
  JSON.stringify([today, words, from, until, deadlineFrom, ...adGroups.map((group) => (group === but ? [] : tokens[group]))]);

/**
 * Any ads found, in no order, until there are more than the limit. `hits` is planned as if all were wanted, and read as
 * far as needed: the planner does not know how long it would walk through an order to meet a rare combination. Dates alone
 * are all in the index of an order, which is then walked. When they are few, they are at hand to be sorted.
 */
function counting(conditions: AdConditions, { but, order }: Asked): SQL {
  const hits = isByDatesAlone(conditions, but)
    ? sql`${ads} where ${filterOf(conditions, but)} order by ${ads.publishedAt} desc, ${ads.id} desc limit ${countLimit + 1}`
    : foundBy(conditions, but);
  const sorted = sql`, ${ads.id}, ${ads.publishedAt}, ${ads.startsOn}, ${ads.deadlineOn}`;
  const columns = sql`${ads.facets}${order === undefined ? sql`` : sorted}${order?.ranked === true ? sql`, ${ads.search}` : sql``}`;
  const few = sql`(select count(*) from found) <= ${countLimit}`;
  const page =
    order === undefined ? sql`null` : sql`(select json_agg(id) from (${pageAmong(sql`found`, conditions, order)}) as page where ${few})`;
  return sql`
  with hits as materialized (select ${columns} from ${hits}),
  found as materialized (select * from hits limit ${countLimit + 1}),
  counts as (select facet, count(*) as number from found, unnest(facets) as facet where ${few} group by facet)
  select (select count(*)::int from found) as count, (select json_object_agg(facet, number) from counts) as facets, ${page} as first`;
}

/** The numbers beside each choice of the form; those of a group are counted without that group's own choices. */
export async function readFacets(ctx: Ctx, conditions: AdConditions, matches: AdMatches): Promise<AdFacets> {
  const read = async (group: AdGroup): Promise<FacetCounts> => {
    // What is too many with the choices of a group is too many without them.
    const isSame = conditions.tokens[group].length === 0 || matches.capped;
    const { facets } = isSame ? matches : await countBeside(ctx, conditions, group);
    if (facets !== null) return { counts: facets, whole: false };
    return { counts: await wholeCounts(ctx), whole: !isWhole(conditions, group) };
  };
  const [topic, place, structure] = await Promise.all(adGroups.map(read));
  const none: FacetCounts = { counts: new Map(), whole: true };
  return { topic: topic ?? none, place: place ?? none, structure: structure ?? none };
}

/** What a search finds without one of its groups: only numbers beside choices, which may be a minute old. */
function countBeside(ctx: Ctx, conditions: AdConditions, but: AdGroup): Promise<AdMatches> {
  const { beside } = knownOf(ctx.db);
  const key = keyOf(conditions, but);
  const now = ctx.now.getTime();
  const before = beside.get(key);
  if (!ctx.inTransaction && before !== undefined && before.until > now) return before.matches;
  const matches = countMatches(ctx, conditions, { but });
  if (beside.size >= mostBeside) beside.clear();
  beside.set(key, { until: now + minute, matches });
  matches.catch(() => beside.delete(key));
  return matches;
}

/** The tokens of all open ads, read once a minute at most: whoever comes while they are read again has the old ones. */
async function wholeCounts(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const memory = knownOf(ctx.db);
  const now = ctx.now.getTime();
  const before = memory.whole;
  if (before !== undefined && now - before.at < minute) return before.counts;
  const counts = countWhole(ctx);
  memory.whole = { at: now, counts: before !== undefined && now - before.at < 10 * minute ? before.counts : counts };
  const keep = (read: Promise<ReadonlyMap<string, number>>) => void (memory.whole = { at: now, counts: read });
  counts.then(
    () => keep(counts),
    () => delete memory.whole,
  );
  return memory.whole.counts;
}

async function countWhole(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const everything: AdConditions = {
    wanted: { query: "", criteria: {}, from: null, until: null, deadlineFrom: null },
    today: parisDay(ctx.now),
    tokens: { topic: [], place: [], structure: [] },
    number: null,
    words: "",
  };
  const rows = await ctx.db.execute<{ facet: string; count: number }>(
    sql`select facet, count(*)::int as count from ${ads}, unnest(${ads.facets}) as facet where ${filterOf(everything)} group by facet`,
  );
  return new Map(rows.map(({ facet, count }) => [facet, count]));
}
