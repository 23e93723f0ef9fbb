import { type SQL, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { type AdConditions, deadline, relevanceOf, start } from "./ad-conditions";
import type { AdSort } from "./vocabulary";

/** Words are judged by their weight over the newest ads that hold them: all of a common word's would take a second. */
export const mostRanked = 500;

interface Asked {
  readonly sort: AdSort;
  readonly direction: "asc" | "desc";
  readonly after: string | null;
  readonly before: string | null;
}

/** Which of the ads found make the page, and in what order. */
export interface AdOrder {
  readonly ranked: boolean;
  readonly key: SQL;
  readonly up: boolean;
  readonly cursor: string | null;
  readonly most: number;
}

/** Sort keys; an ad without the date comes last. The number of the row settles what is equal. */
const keys = { published: sql`${ads.publishedAt}`, deadline, start } as const satisfies Record<Exclude<AdSort, "relevance">, SQL>;

export const isRanked = ({ sort }: Pick<Asked, "sort">, { words, number }: AdConditions) =>
  sort === "relevance" && words !== "" && number === null;

/** One more than the page has: whether there is a next one. */
export const orderOf = (asked: Asked, conditions: AdConditions, size: number): AdOrder => {
  const { sort, direction, after, before } = asked;
  return {
    ranked: isRanked(asked, conditions),
    key: keys[sort === "relevance" ? "published" : sort],
    up: (direction === "asc" && sort !== "relevance") !== isBackwards(asked),
    cursor: after ?? before,
    most: size + 1,
  };
};

export const isBackwards = ({ after, before }: Pick<Asked, "after" | "before">) => after === null && before !== null;

const inOrder = (place: readonly SQL[], up: boolean) => place.map((key) => (up ? key : sql`${key} desc`));
const beyond = (up: boolean) => (up ? sql`>` : sql`<`);

/** Where an ad stands in an order of dates, and what comes after the cursor. */
export function placeIn({ key, up, cursor }: AdOrder) {
  const place = [key, sql`${ads.id}`];
  const reached = sql.join(place, sql`, `);
  const past = cursor === null ? undefined : sql`(${reached}) ${beyond(up)} (select ${reached} from ${ads} where ${ads.id} = ${cursor})`;
  return { ordered: inOrder(place, up), past };
}

/** The best of the newest of some ads after the cursor, as many as asked for: `found_id`, in the order of `ordered`. */
export function bestOf(some: SQL, conditions: AdConditions, { up, cursor, most }: AdOrder) {
  const newest = sql`select ${ads.id} as found_id, ${ads.publishedAt} as day, ${relevanceOf(conditions)} as rank
    from ${some} order by ${ads.publishedAt} desc, ${ads.id} desc limit ${mostRanked}`;
  const reached = sql`rank, day, found_id`;
  const past =
    cursor === null ? undefined : sql`(${reached}) ${beyond(up)} (select ${reached} from (${newest}) as cursor where found_id = ${cursor})`;
  const ordered = sql.join(inOrder([sql`rank`, sql`day`, sql`found_id`], up), sql`, `);
  return { best: sql`select * from (${newest}) as newest ${where(past)} order by ${ordered} limit ${most}`, ordered };
}

const where = (past: SQL | undefined) => (past === undefined ? sql`` : sql`where ${past}`);

/** The identifiers of a page, in order, among `found`: a table of all the ads found, with the columns of theirs. */
export function pageAmong(found: SQL, conditions: AdConditions, order: AdOrder): SQL {
  const some = sql`${found} as ${ads}`;
  if (order.ranked) {
    const { best, ordered } = bestOf(some, conditions, order);
    return sql`select found_id as id from (${best}) as best order by ${ordered}`;
  }
  const { ordered, past } = placeIn(order);
  return sql`select ${ads.id} as id from ${some} ${where(past)} order by ${sql.join(ordered, sql`, `)} limit ${order.most}`;
}
