import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { PgBoss } from "pg-boss";
import postgres from "postgres";

const folder = import.meta.dirname;
const guards = (name: string) => readFile(join(folder, "guards", `${name}.sql`), "utf8");
/** Any number: two servers that start together migrate one after the other. */
const migrationLock = 7_264_151;

/**
 * Brings a database to the present schema: extensions and roles, migrations, job tables, privileges.
 * Safe to run again, and by two processes at once. `url` must belong to the owner of the database.
 */
export async function migrateDatabase(url: string, queues: readonly string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { client_min_messages: "warning" } });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await sql.unsafe(await guards("before"));
    await migrate(drizzle(sql), { migrationsFolder: join(folder, "migrations") });
    await createQueues(url, queues);
    await sql.unsafe(await guards("after"));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function createQueues(url: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  try {
    for (const name of queues) {
      await boss.createQueue(name, {
        policy: "standard",
        retryLimit: 5,
        retryDelay: 10,
        retryBackoff: true,
        expireInSeconds: 900,
        deleteAfterSeconds: 1_209_600,
      });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
