import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

/** The order of a list, whose last column is the key of its table: no two rows have the same place. */
export interface Order {
  readonly columns: readonly [...PgColumn[], PgColumn];
  readonly direction: "asc" | "desc";
}

export const orderBy = ({ columns, direction }: Order): SQL[] => columns.map((column) => (direction === "asc" ? asc : desc)(column));

/** The rows after the one with this key; it still marks its place when it no longer belongs to the list. */
export function beyond(table: PgTable, { columns, direction }: Order, key: string): SQL {
  const place = sql.join([...columns], sql`, `);
  return sql`(${place}) ${direction === "asc" ? sql`>` : sql`<`} (select ${place} from ${table} where ${columns.at(-1)} = ${key})`;
}

/** One row more than the page has was read: the page, and the cursor of the next one. */
export function pageOf<Row extends { readonly id: string }>(rows: readonly Row[], size: number) {
  const page = rows.slice(0, size);
  return { page, next: rows.length > size ? (page.at(-1)?.id ?? null) : null };
}
