import { sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import type { Ctx, Db } from "@/lib/core/ctx";
import { type AdConditions, filterOf, holds, isByDatesAlone } from "./ad-conditions";
import type { AdGroup } from "./rules";

/** From one ad out of so many on, walking through the newest ads meets a thousand sooner than the index of words lists all. */
const commonShare = 1 / 5;
/** How many more ads are walked through than the share calls for. */
const patience = 1.5;

/**
 * Whether words that many ads hold, with no other criterion than dates, find more than `most`: true as soon as the newest
 * ads show it, false when they do not, which proves nothing. `but` leaves a group of criteria out.
 */
export async function areManyAtOnce(ctx: Ctx, conditions: AdConditions, most: number, but?: AdGroup): Promise<boolean> {
  const { words } = conditions;
  const besides = { ...conditions, words: "" };
  if (words === "" || !isByDatesAlone(besides, but)) return false;
  const share = await shareOf(ctx, words);
  if (share < commonShare) return false;
  const walked = Math.ceil((patience * most) / share);
  const newest = sql`select ${ads.search} from ${ads} where ${filterOf(besides, but)}
    order by ${ads.publishedAt} desc, ${ads.id} desc limit ${walked}`;
  const found = sql`select 1 from (${newest}) as ${ads} where ${holds(words)} limit ${most + 1}`;
  return (await ctx.db.$count(sql`(${found}) as found`)) > most;
}

const tenMinutes = 600_000;
const mostKnown = 500;
type Shares = Map<string, { readonly until: number; readonly share: Promise<number> }>;
const known = new WeakMap<Db, Shares>();

/** The share of all ads that hold the words, by the statistics of the column; 0 when one of them is not among the common ones. */
function shareOf(ctx: Ctx, words: string): Promise<number> {
  const shares: Shares = known.get(ctx.db) ?? new Map();
  known.set(ctx.db, shares);
  const before = shares.get(words);
  if (before !== undefined && before.until > ctx.now.getTime()) return before.share;
  const share = readShare(ctx, words);
  if (shares.size >= mostKnown) shares.clear();
  shares.set(words, { until: ctx.now.getTime() + tenMinutes, share });
  share.catch(() => shares.delete(words));
  return share;
}

async function readShare(ctx: Ctx, words: string): Promise<number> {
  const rows = await ctx.db.execute<{ share: number }>(sql`
    with common as (
      select unnest(most_common_elems::text::text[]) as lexeme, unnest(most_common_elem_freqs) as share
      from pg_stats where schemaname = 'public' and tablename = 'ads' and attname = 'search')
    select coalesce(common.share, 0) as share
    from unnest(tsvector_to_array(to_tsvector('french_unaccent', ${words}))) as lexeme left join common using (lexeme)
    where lexeme <> 'or'`);
  const shares = rows.map(({ share }) => share);
  // A word to leave out, or words in a row, say nothing of how many hold them.
  if (shares.length === 0 || /["-]/u.test(words)) return 0;
  return isAnyOf(words) ? Math.max(...shares) : shares.reduce((both, share) => both * share, 1);
}

/** Words apart, as the search engines of the web write them. */
const isAnyOf = (words: string): boolean => words.toLowerCase().split(/\s+/u).includes("or");
