import { sql } from "drizzle-orm";
import postgres from "postgres";
import { systemClock } from "@/lib/core/clock";
import type { Ctx } from "@/lib/core/ctx";
import { readMigrations } from "../backup/snapshot";
import { ownMigrations } from "../migrations";

const oldestVersion = 180_000;
/** Milliseconds between our clock and the database's: more, and links, codes and sessions end at odd times. */
const tolerance = 2_000;
const extensions = ["unaccent", "pg_trgm"] as const;

export async function checkDatabase({ db }: Ctx): Promise<string> {
  const [facts] = await db.execute<{ version: string; number: number; role: string }>(
    sql`select current_setting('server_version') as version, current_setting('server_version_num')::int as number, current_user as role`,
  );
  if (facts === undefined) throw new Error("no answer");
  if (facts.number < oldestVersion) throw new Error(`PostgreSQL ${facts.version}: version 18 or later is needed`);
  return `PostgreSQL ${facts.version}, as ${facts.role}`;
}

export async function checkMigrations(ownerUrl: string): Promise<string> {
  const expected = ownMigrations();
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 5 });
  try {
    const applied = await owner.begin("read only", readMigrations);
    if (applied.join() === expected.join()) return `${applied.length} applied`;
    if (applied.length === expected.length)
      throw new Error("the database had other migrations than this version's: it belongs to another version");
    if (applied.length > expected.length) throw new Error("the database is ahead of this version: start the newer one");
    throw new Error(`${applied.length} applied, ${expected.length} expected: run the command migrate`);
  } finally {
    await owner.end({ timeout: 5 });
  }
}

export async function checkExtensions({ db }: Ctx): Promise<string> {
  const rows = await db.execute<{ name: string }>(sql`select extname as name from pg_extension`);
  const missing = extensions.filter((wanted) => !rows.some(({ name }) => name === wanted));
  if (missing.length > 0) throw new Error(`missing: ${missing.join(", ")}`);
  return extensions.join(", ");
}

/** Lines that are only added (db/guards/after.sql). */
const appendOnly = ["audit_log", "dossier_reviews", "dossier_looks"] as const;

/** The application may read and write every table, rewrite no line that is only added, and own nothing. */
export async function checkPrivileges({ db }: Ctx): Promise<string> {
  const names = sql.join(
    appendOnly.map((name) => sql`${name}`),
    sql`, `,
  );
  const [facts] = await db.execute<{ refused: string | null; rewrites: boolean; owned: number; superuser: boolean }>(sql`
    select
      (select string_agg(relname, ', ' order by relname) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in (${names})
        and not (has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert') and has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete'))) as refused,
      (select bool_or(has_table_privilege(oid, 'update') or has_table_privilege(oid, 'delete') or has_table_privilege(oid, 'truncate')) from pg_class where relnamespace = 'public'::regnamespace and relname in (${names})) as rewrites,
      (select count(*)::int from pg_tables where schemaname = 'public' and tableowner = current_user) as owned,
      (select rolsuper from pg_roles where rolname = current_user) as superuser`);
  if (facts === undefined) throw new Error("no answer");
  if (facts.refused !== null) throw new Error(`the application may not use ${facts.refused}: run the command migrate`);
  if (facts.rewrites || facts.superuser)
    throw new Error("the application could rewrite the audit log, or decisions and looks on pieces: run the command migrate");
  if (facts.owned > 0) throw new Error(`the application owns ${facts.owned} tables, and could alter them`);
  return "all tables usable, audit log append-only";
}

export async function checkClock({ db }: Ctx): Promise<string> {
  const before = systemClock.now().getTime();
  const [facts] = await db.execute<{ ms: number }>(sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`);
  const after = systemClock.now().getTime();
  const apart = Math.round((facts?.ms ?? Number.NaN) - (before + after) / 2);
  if (!(Math.abs(apart) <= tolerance))
    throw new Error(`this machine and the database are ${(apart / 1000).toFixed(1)} s apart: synchronise their clocks`);
  return `${Math.abs(apart)} ms from the database's`;
}
