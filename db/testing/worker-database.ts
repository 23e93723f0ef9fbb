import postgres from "postgres";
import { inject } from "vitest";
import { connect } from "@/db/client";

/** Address of another database of the test cluster. */
export function clusterUrl(name: string): string {
  const url = new URL(inject("clusterUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

/** A fresh copy of the migrated template, under its own name; copied in about a tenth of a second. */
export async function copyTemplate(name: string): Promise<string> {
  const sql = postgres(clusterUrl("postgres"), { max: 1, onnotice: () => {} });
  try {
    // Two copies of one template at once are refused by PostgreSQL: one after the other.
    await sql`select pg_advisory_lock(1)`;
    await sql.unsafe(`drop database if exists "${name}" with (force)`);
    await sql.unsafe(`create database "${name}" template template_espaces`);
  } finally {
    await sql.end();
  }
  return clusterUrl(name);
}

let opened: Promise<ReturnType<typeof connect>> | undefined;

/** The database of this test worker, where every test is rolled back. */
export function workerDatabase(): Promise<ReturnType<typeof connect>> {
  opened ??= copyTemplate(`worker_${process.env["VITEST_POOL_ID"] ?? "1"}_${process.pid}`).then((url) => connect(url, { max: 4 }));
  return opened;
}
