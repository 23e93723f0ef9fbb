import { and, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Ctx } from "./ctx";
import { identifier } from "./fields";
import { inBatches } from "./in-batches";
import { beyond, keyOf, type Order, orderBy, pageOf } from "./keyset";

const pageSize = 50;
const countLimit = 1000;

/** What is used of a select made `$dynamic()`. */
interface Query<Row> extends PromiseLike<Row[]>, SQLWrapper {
  where(condition: SQL | undefined): Query<Row>;
  orderBy(...order: SQL[]): Query<Row>;
  limit(most: number): Query<Row>;
}

interface Source<Filter, Row> {
  /** Where the place of a key is read: a table, or tables joined. */
  readonly places: SQLWrapper;
  readonly order: (filter: Filter) => Order;
  readonly where: (ctx: Ctx, filter: Filter) => SQL | undefined | Promise<SQL | undefined>;
  /** The lines as they are shown, and the keys alone, of no more tables than the conditions and the order name. */
  readonly lines: (ctx: Ctx) => Query<Row>;
  readonly keys: (ctx: Ctx) => Query<{ readonly id: string }>;
}

/** A list read page by page, counted up to a thousand, or taken whole, each time with the same conditions and order. */
export function keysetList<Filter, Row extends { readonly id: string }>({ places, order, where, lines, keys }: Source<Filter, Row>) {
  /** The keys of all that is found, in order. */
  async function keysOf(ctx: Ctx, filter: Filter): Promise<readonly string[]> {
    const rows = await keys(ctx)
      .where(await where(ctx, filter))
      .orderBy(...orderBy(order(filter)));
    return rows.map(({ id }) => id);
  }

  /** The lines of some keys, in order. */
  const linesOf = (ctx: Ctx, some: readonly string[], filter: Filter) =>
    lines(ctx)
      .where(inArray(keyOf(order(filter)), [...some]))
      .orderBy(...orderBy(order(filter)));

  /**
   * The page that begins after a key, or else at the first line: so does one that would be empty, since what marked its
   * place has moved to the end of the list, or gone.
   */
  async function page(ctx: Ctx, search: Filter & { readonly after: string | null }, size = pageSize) {
    const found = await where(ctx, search);
    const place = order(search);
    const readAfter = (cursor?: SQL) => {
      // The keys first: what is only shown is joined to a page, not to all that is found.
      const some = keys(ctx)
        .where(and(found, cursor))
        .orderBy(...orderBy(place))
        .limit(size + 1);
      return lines(ctx)
        .where(sql`${keyOf(place)} in ${some}`)
        .orderBy(...orderBy(place));
    };
    const cursor = identifier.safeParse(search.after);
    const rows = await readAfter(cursor.success ? beyond(places, place, cursor.data) : undefined);
    return pageOf(rows.length === 0 && cursor.success ? await readAfter() : rows, size);
  }

  async function count(ctx: Ctx, filter: Filter) {
    const some = keys(ctx)
      .where(await where(ctx, filter))
      .limit(countLimit + 1);
    const found = await ctx.db.$count(sql`${some} as counted`);
    return { count: Math.min(found, countLimit), capped: found > countLimit };
  }

  /** All that is found, in batches. The caller has judged who reads. */
  async function* every(ctx: Ctx, filter: Filter): AsyncGenerator<readonly Row[]> {
    yield* inBatches(await keysOf(ctx, filter), (some) => linesOf(ctx, some, filter));
  }

  return { keysOf, linesOf, page, count, every };
}
