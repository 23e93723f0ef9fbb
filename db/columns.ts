import { sql } from "drizzle-orm";
import { char, date, timestamp, uuid } from "drizzle-orm/pg-core";

/** Primary key: time-ordered, made by the database. */
export const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`);

/** An instant, with its zone. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** A day of the calendar, "2026-11-21". */
export const day = () => date({ mode: "string" });

export const createdAt = () => instant().notNull().defaultNow();

/** Institution code of a structure: three digits. */
export const structureCode = () => char({ length: 3 });
