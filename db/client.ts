import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/core/env";

/** The role every query of the application runs as: it owns nothing, and may not rewrite the audit log. */
export const appRole = "espaces_app";

export function connect(url: string, options: postgres.Options<Record<string, never>> = {}) {
  const sql = postgres(url, {
    max: env.DATABASE_POOL,
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
