import { drizzle, type PostgresJsDatabase, PostgresJsSession } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/core/env";

/** The role every query of the application runs as: it owns nothing, and may not rewrite the audit log. */
export const appRole = "espaces_app";

/** In a comment of a statement: its best plan depends so much on its parameters that it is planned each time. */
export const planEachTime = "planned each time";

/** More parameters than that: a list whose length changes from call to call, not worth a statement kept for each. */
const mostParametersKept = 40;

// For a query with parameters, Drizzle asks for an unnamed statement (two trips, planned each time) unless told by a name;
// the driver names them itself, by their text, and keeps them for the life of the connection: one trip. A query without
// parameters goes as plain text, in one trip, and is never kept.
// oxlint-disable-next-line typescript/unbound-method -- called with its session, below
const { prepareQuery } = PostgresJsSession.prototype;
type PrepareQuery = typeof prepareQuery;
PostgresJsSession.prototype.prepareQuery = function keep(this: unknown, ...given: Parameters<PrepareQuery>) {
  const [query, fields, name, ...rest] = given;
  const isKept = query.params.length <= mostParametersKept && !query.sql.includes(planEachTime);
  const kept = isKept ? (name ?? "kept") : name;
  return prepareQuery.call(this as InstanceType<typeof PostgresJsSession>, query, fields, kept, ...rest);
} as PrepareQuery;

export function connect(url: string, options: postgres.Options<Record<string, never>> = {}) {
  const sql = postgres(url, {
    max: env.DATABASE_POOL,
    prepare: env.DATABASE_PREPARE,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: "espaces-formation", role: appRole, statement_timeout: 15_000, lock_timeout: 5_000 },
    ...options,
  });
  return { sql, db: drizzle(sql, { casing: "snake_case" }) };
}

export type Database = PostgresJsDatabase;

// One pool per process, also across the module copies that the bundler makes for pages and actions.
const shared = globalThis as { espacesDatabase?: ReturnType<typeof connect> };
const open = () => (shared.espacesDatabase ??= connect(env.DATABASE_URL));

/** The database, opened at first use. */
export const database = (): Database => open().db;

export async function disconnect(): Promise<void> {
  await shared.espacesDatabase?.sql.end({ timeout: 5 });
  delete shared.espacesDatabase;
}
