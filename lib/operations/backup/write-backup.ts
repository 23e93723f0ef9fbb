import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import postgres from "postgres";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { env, type MasterKey } from "@/lib/core/env";
import { withTx } from "@/lib/core/tx";
import { copyFiles, type FilesCopied } from "./copy-files";
import { BackupRefused, type Manifest, tableFile, writeManifest } from "./manifest";
import { measure } from "./measure";
import { copyOut, makePortable, readMigrations, readSequences, readTables, type TableShape } from "./snapshot";

export interface BackupOptions {
  /** Absent or empty; made with access for its owner alone. */
  readonly folder: string;
  readonly databaseUrl: string;
  /** DATA_DIR of the installation: where the local store lies. */
  readonly dataFolder: string;
  readonly keys?: readonly MasterKey[];
}

// No policy: only the command line calls it, and whoever has the machine has everything.
/**
 * Saves database and local files together (TR-51): one snapshot of the database, while the site goes on working, then the
 * files that this snapshot knows. Job queues are left out: they are filled again from job_runs. Master keys are NOT in it.
 * Throws BackupRefused when the folder is not empty; whatever stops it on the way leaves a folder without manifest,
 * which is never restored.
 */
export async function writeBackup(ctx: Ctx, { folder, databaseUrl, dataFolder, keys = env.MASTER_KEYS }: BackupOptions): Promise<Manifest> {
  const target = await emptyFolder(folder);
  await mkdir(join(target, "tables"));
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, connection: { application_name: "espaces-backup" } });
  try {
    const database = await sql.begin("isolation level repeatable read read only", async (tx) => {
      await makePortable(tx);
      const tables: Manifest["tables"] = [];
      for (const table of await readTables(tx)) tables.push(await saveTable(tx, table, target));
      return {
        tables,
        sequences: [...(await readSequences(tx))],
        migrations: [...(await readMigrations(tx))],
        stored: await storedKeys(tx),
      };
    });
    const { stored, ...saved } = database;
    const files: FilesCopied = await copyFiles({
      stored,
      from: join(resolve(dataFolder), "files"),
      to: target,
      stillWanted: (key) => isStillWanted(sql, key),
    });
    const manifest: Manifest = { format: 1, version: env.APP_VERSION, createdAt: ctx.now.toISOString(), ...saved, files };
    await writeManifest(target, manifest, keys);
    await withTx(ctx, (tx) =>
      audit(tx, { action: "backup.create", details: { rows: rowsOf(manifest), files: files.count, missing: files.missing } }),
    );
    return manifest;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export const rowsOf = ({ tables }: Pick<Manifest, "tables">): number => tables.reduce((sum, { rows }) => sum + rows, 0);

async function emptyFolder(folder: string): Promise<string> {
  const target = resolve(folder);
  await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).length > 0) throw new BackupRefused(`${target} is not empty: name a new folder for each backup.`);
  return target;
}

async function saveTable(tx: postgres.TransactionSql, table: TableShape, target: string): Promise<Manifest["tables"][number]> {
  const clear = measure();
  const packed = createHash("sha256");
  await pipeline(
    await copyOut(tx, table),
    clear.stream,
    createGzip({ level: 6 }),
    async function* hashed(pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        packed.update(piece);
        yield piece;
      }
    },
    createWriteStream(join(target, tableFile(table.name)), { mode: 0o600, flush: true }),
  );
  return {
    name: table.name,
    columns: [...table.columns],
    rows: clear.lines(),
    sha256: packed.digest("hex"),
    contentSha256: clear.sha256(),
  };
}

/** Files whose bytes the snapshot expects in a store. */
async function storedKeys(tx: postgres.TransactionSql): Promise<readonly { key: string; store: string; required: boolean }[]> {
  return tx<{ key: string; store: string; required: boolean }[]>`
    select store_key as key, store::text, state = 'clean' as required from files where bytes_removed_at is null order by store_key`;
}

/** A file deleted after the snapshot is not a loss. */
async function isStillWanted(sql: postgres.Sql, key: string): Promise<boolean> {
  const rows = await sql`select from files where store_key = ${key} and state = 'clean'`;
  return rows.length > 0;
}
