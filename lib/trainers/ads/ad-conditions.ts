import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { planEachTime } from "@/db/client";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { fold } from "@/lib/core/text";
import { type AdCriteria, type AdGroup, adGroups, groupTokens, readAdNumber } from "./rules";
import { readSearchChoices } from "./search-choices";

export interface AdWanted {
  /** Words, or the number of an ad. */
  readonly query: string;
  readonly criteria: AdCriteria;
  /** The intervention takes place, even in part, between these days. */
  readonly from: string | null;
  readonly until: string | null;
  /** One can still apply on this day. */
  readonly deadlineFrom: string | null;
}

/** What is wanted, as the database understands it. */
export interface AdConditions {
  readonly wanted: AdWanted;
  readonly today: string;
  readonly tokens: Readonly<Record<AdGroup, readonly string[]>>;
  /** The number of an ad, which is then found even closed. */
  readonly number: string | null;
  /** The words to look for, "" for none; not always those that were typed. */
  readonly words: string;
}

export async function conditionsOf(ctx: Ctx, wanted: AdWanted): Promise<AdConditions> {
  const { criteria, query } = wanted;
  // Only both together need to know which department narrows which region.
  const mixed = (criteria.department ?? []).length > 0 && (criteria.region ?? []).length > 0;
  const { regions } = mixed ? await readSearchChoices(ctx) : { regions: [] };
  return {
    wanted,
    today: parisDay(ctx.now),
    tokens: groupTokens(criteria, (code) => regions.find(({ departments }) => departments.some((one) => one.code === code))?.code),
    number: readAdNumber(query),
    words: fold(query) === "" ? "" : query,
  };
}

/** Whether nothing but openness and dates is asked for. */
export const isByDatesAlone = ({ tokens, number, words }: AdConditions, but?: AdGroup): boolean =>
  number === null && words === "" && adGroups.every((group) => group === but || tokens[group].length === 0);

/** Whether nothing but openness is asked for. */
export const isWhole = (conditions: AdConditions, but?: AdGroup): boolean => {
  const { from, until, deadlineFrom } = conditions.wanted;
  return from === null && until === null && deadlineFrom === null && isByDatesAlone(conditions, but);
};

// Written as the indexes have them (db/schema/ads.ts): an ad without the date comes after all the others.
const never = sql`'9999-12-31'::date`;
export const deadline = sql`coalesce(${ads.deadlineOn}, ${never})`;
export const start = sql`coalesce(${ads.startsOn}, ${never})`;
/** Null without dates: whoever asks for days does not want an ad that has none. */
const end = sql`coalesce(${ads.endsOn}, ${ads.startsOn})`;

/** The connection keeps no plan of a statement that holds it (db/client.ts): the best one depends on what is looked for. */
const plannedEachTime = sql.raw(`/* ${planEachTime} */`);

/** Open ads that fit; `but` leaves a group of criteria out. What is cheap to check comes first. */
export function filterOf(conditions: AdConditions, but?: AdGroup): SQL | undefined {
  if (conditions.number !== null) return and(eq(ads.number, conditions.number), or(eq(ads.state, "published"), eq(ads.state, "closed")));
  return and(published, ...datesOf(conditions), ...heldBy(conditions, but));
}

/**
 * The same as a table of all that fit, for when they are few: found by the one index of words and criteria, and by it
 * alone, then by their dates. Left to itself the planner may walk through an order of dates instead, ad after ad.
 */
export function foundBy(conditions: AdConditions, but?: AdGroup): SQL {
  const held = conditions.number === null ? heldBy(conditions, but) : [];
  if (held.length === 0) return sql`(select * from ${ads} where ${filterOf(conditions, but)} offset 0) as ${ads}`;
  return sql`(select * from (select * from ${ads} where ${and(published, ...held)} offset 0) as ${ads} where ${and(...datesOf(conditions))}) as ${ads}`;
}

const published = sql`${plannedEachTime} ${ads.state} = 'published'`;

function datesOf({ wanted: { from, until, deadlineFrom }, today }: AdConditions): SQL[] {
  return [
    sql`${deadline} >= ${deadlineFrom !== null && deadlineFrom > today ? deadlineFrom : today}`,
    ...(until === null ? [] : [sql`${start} <= ${until}`]),
    ...(from === null ? [] : [sql`${end} >= ${from}`]),
  ];
}

function heldBy({ tokens, words }: AdConditions, but?: AdGroup): SQL[] {
  const groups = adGroups.filter((group) => group !== but && tokens[group].length > 0);
  return [
    ...groups.map((group) => sql`${ads.facets} && ${sql.param([...tokens[group]], ads.facets)}`),
    ...(words === "" ? [] : [holds(words)]),
  ];
}

export const holds = (words: string): SQL => sql`${ads.search} @@ ${asked(words)}`;

const asked = (words: string) => sql`websearch_to_tsquery('french_unaccent', ${words})`;

/** How well an ad answers the words; the higher the better. */
export const relevanceOf = ({ words }: AdConditions): SQL => sql`ts_rank(${ads.search}, ${asked(words)})`;
