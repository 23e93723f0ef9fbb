import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres, { type Sql } from "postgres";
import { clusterFolder, openInstance } from "@/scripts/instance";
import { recordStatements, type Statement } from "./authority-statements";
import { benchDist } from "./build";
import { makeNotices } from "./floor/notices";
import { makePeople, type People } from "./people";

/** Everything the measures share: one database, its people, the environment of each server. */
export interface Stage {
  readonly site: Readonly<Record<string, string>>;
  readonly floor: Readonly<Record<string, string>>;
  readonly bare: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly databasePid: number;
  /** As the owner, one connection. */
  readonly sql: Sql;
  readonly people: People;
  /** What the search of authorities asks of the database, search by search. */
  readonly statements: readonly (readonly Statement[])[];
  close(): Promise<void>;
}

const peopleCount = 200;

/** An empty data folder, a database of our own in it, filled as `npm start` does, then with the people of the measures. */
export async function openStage(port: number, { memory }: { readonly memory?: string } = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "espaces-bench-"));
  const given = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    DATA_DIR: folder,
    PORT: String(port),
    LOG_LEVEL: "error",
    TRUSTED_PROXIES: "1",
    NEXT_DIST_DIR: benchDist,
  };
  const instance = await openWith(given, memory);
  const { environment, ownerUrl } = instance;
  Object.assign(process.env, environment);
  const [{ migrateDatabase }, { queues }, { seedAll }] = await Promise.all([
    import("@/db/migrate"),
    import("@/lib/jobs/queues"),
    import("@/db/seed/seed-all"),
  ]);
  await migrateDatabase(ownerUrl, queues);
  await seedAll(() => {});
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create extension if not exists pg_stat_statements; ${makeNotices}`);
  const people = await makePeople(sql, environment["AUTH_SECRET"] ?? "", peopleCount);
  await sql.unsafe("analyze");
  const statements = await recordStatements(ownerUrl);
  const file = join(folder, "statements.json");
  await writeFile(file, JSON.stringify(statements));
  const least = {
    PATH: process.env["PATH"] ?? "",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: ownerUrl,
    BENCH_FOLDER: join(folder, "bench"),
  };
  const databasePid = Number((await readFile(join(clusterFolder(folder), "postmaster.pid"), "utf8")).split("\n")[0]);
  const close = async () => {
    await sql.end({ timeout: 5 });
    await instance.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    site: environment,
    floor: least,
    bare: { ...least, BENCH_STATEMENTS: file },
    databaseUrl: ownerUrl,
    databasePid,
    sql,
    people,
    statements,
    close,
  };
}

/** With so much memory for the database's own pages, as whoever runs a large installation gives it. */
async function openWith(given: Parameters<typeof openInstance>[0], memory: string | undefined) {
  const instance = await openInstance(given);
  if (memory === undefined) return instance;
  const sql = postgres(instance.ownerUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`alter system set shared_buffers = '${memory}'`);
  await sql.end({ timeout: 5 });
  await instance.stop();
  return openInstance(given);
}
