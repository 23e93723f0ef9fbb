import { type SQL, sql } from "drizzle-orm";
import type { ExtensionInput } from "./schemas";

/** Pieces in force of a kind whose end falls between two days, as a condition on `v`. */
export const piecesOf = ({ block, endsFrom, endsTo }: Pick<ExtensionInput, "block" | "endsFrom" | "endsTo">): SQL =>
  sql`v.state = 'validated' and v.block = ${block} and v.ends_on between ${endsFrom}::date and ${endsTo}::date`;
