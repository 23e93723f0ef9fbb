import { asc, desc, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** The order of a list, whose last column is the key of its table: no two rows have the same place. */
export interface Order {
  readonly columns: readonly [...(PgColumn | SQL)[], PgColumn];
  readonly direction: "asc" | "desc";
}

export const keyOf = ({ columns }: Order): PgColumn => columns[columns.length - 1] as PgColumn;

export const orderBy = ({ columns, direction }: Order): SQL[] => columns.map((column) => (direction === "asc" ? asc : desc)(column));

/** The rows after the one with this key; it still marks its place when it no longer belongs to the list. */
export function beyond(places: SQLWrapper, order: Order, key: string): SQL {
  const place = sql.join([...order.columns], sql`, `);
  return sql`(${place}) ${order.direction === "asc" ? sql`>` : sql`<`} (select ${place} from ${places} where ${keyOf(order)} = ${key})`;
}

/** One row more than the page has was read: the page, and the cursor of the next one. */
export function pageOf<Row extends { readonly id: string }>(rows: readonly Row[], size: number) {
  const page = rows.slice(0, size);
  return { page, next: rows.length > size ? (page.at(-1)?.id ?? null) : null };
}
