import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

type Typed = Placeholder | string;

/** Names that begin with what was typed: a range of the plain index, which a prepared statement can use. */
export const startsWith = (column: PgColumn, name: Typed): SQL => sql`(${column} >= ${name}::text and ${column} < ${name}::text || '~')`;

/** Names with a word, or a run of words, that resembles what was typed; names with two letters exchanged. */
export const resembles = (column: PgColumn, name: Typed, exchanged: Typed): SQL =>
  sql`(${name}::text <% ${column} or ${column} = any(${exchanged}::text[]))`;

/** From 0 to about 1.3: how near a name is; a larger place comes before a smaller one as near. */
export const nearness = (column: PgColumn, population: PgColumn, name: Typed, exchanged: Typed): SQL =>
  sql`case when ${column} like '% ' || ${name}::text || '%' or ${column} = any(${exchanged}::text[]) then 1 else similarity(${column}, ${name}::text) end + ln(${population} + 1) / 50`;
