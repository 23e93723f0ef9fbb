import { createReadStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import type { Ctx } from "@/lib/core/ctx";
import { env, type MasterKey } from "@/lib/core/env";
import { queues } from "@/lib/jobs/queues";
import { copyOne } from "./copy-files";
import { BackupRefused, type Manifest, storedFile, tableFile } from "./manifest";
import { measure } from "./measure";
import { settleAfterRestore } from "./settle-after-restore";
import { copyIn, copyOut, makePortable, readTables } from "./snapshot";
import { listFiles, verifyBackup } from "./verify-backup";

export interface RestoreOptions {
  readonly folder: string;
  /** Owner of an empty database. */
  readonly databaseUrl: string;
  /** DATA_DIR to be: without files yet. */
  readonly dataFolder: string;
  readonly keys?: readonly MasterKey[];
  /** A planned move: nothing ran since the backup, so that sessions, links and waiting mails stay as they were. */
  readonly nothingRanSince?: boolean;
}

/**
 * Restores a backup into an empty database and an empty folder (TR-51). Checks every part first; then files, then all
 * tables in one transaction, which ends only if row counts and contents are those of the manifest. Throws BackupRefused
 * and leaves the database without data otherwise.
 */
export async function restoreBackup(ctx: Ctx, options: RestoreOptions): Promise<Manifest> {
  const { folder, databaseUrl, dataFolder, keys = env.MASTER_KEYS, nothingRanSince = false } = options;
  const manifest = await verifyBackup(folder, keys);
  const store = join(resolve(dataFolder), "files");
  await expectEmptyStore(store);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, connection: { application_name: "espaces-restore" } });
  try {
    await expectEmptyDatabase(sql);
    await migrateDatabase(databaseUrl, queues);
    await restoreFiles(folder, store);
    await sql.begin(async (tx) => {
      await makePortable(tx);
      await withoutConstraints(tx, () => restoreTables(tx, folder, manifest));
      await expectEqual(tx, manifest);
      await settleAfterRestore(tx, { now: ctx.now, madeAt: manifest.createdAt, requestId: ctx.requestId, keepLive: nothingRanSince });
    });
    await sql`analyze`;
    return manifest;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function expectEmptyStore(store: string): Promise<void> {
  const known = await readdir(store).catch(() => []);
  if (known.length > 0) throw new BackupRefused(`${store} already holds files: name a new data folder.`);
}

async function expectEmptyDatabase(sql: postgres.Sql): Promise<void> {
  const tables = await sql.begin("read only", readTables);
  if (tables.length > 0)
    throw new BackupRefused("The database is not empty: make a new one (create database …) and name it. Nothing was changed.");
}

async function restoreFiles(folder: string, store: string): Promise<void> {
  await mkdir(store, { recursive: true, mode: 0o700 });
  for await (const { key, sha256 } of listFiles(folder)) {
    const copied = await copyOne(join(folder, storedFile(key)), join(store, key.slice(0, 2), key.slice(2, 4), key));
    if (copied?.sha256 !== sha256) throw new BackupRefused(`The file ${key} did not arrive whole in ${store}.`);
  }
}

async function restoreTables(tx: postgres.TransactionSql, folder: string, { tables, sequences }: Manifest): Promise<void> {
  for (const table of tables) {
    await pipeline(createReadStream(join(folder, tableFile(table.name))), createGunzip(), await copyIn(tx, table));
  }
  for (const { name, lastValue, isCalled } of sequences)
    await tx`select setval(${`public.${name}`}::regclass, ${lastValue}::bigint, ${isCalled})`;
}

/**
 * Tables come in the order of the alphabet, and some point at each other: foreign keys are taken away and made again, which
 * checks them over the whole; our triggers rest meanwhile. Needs no superuser.
 */
async function withoutConstraints(tx: postgres.TransactionSql, work: () => Promise<void>): Promise<void> {
  const keys = await tx<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`;
  const tables = await readTables(tx);
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint "${name}"`);
  for (const { name } of tables) await tx`alter table public.${tx(name)} disable trigger user`;
  await work();
  for (const { name } of tables) await tx`alter table public.${tx(name)} enable trigger user`;
  for (const { table, name, definition } of keys) await tx.unsafe(`alter table ${table} add constraint "${name}" ${definition}`);
}

/** Reads everything back: the same rows, to the letter. */
async function expectEqual(tx: postgres.TransactionSql, { tables }: Manifest): Promise<void> {
  const present = (await readTables(tx)).map(({ name }) => name);
  const expected = tables.map(({ name }) => name);
  if (present.join() !== expected.join()) throw new BackupRefused("The tables of the restored database are not those of the backup.");
  for (const table of tables) {
    const found = measure();
    await pipeline(await copyOut(tx, table), found.stream, new Writable({ write: (_piece, _encoding, done) => done() }));
    if (found.lines() !== table.rows || found.sha256() !== table.contentSha256) {
      throw new BackupRefused(
        `The table ${table.name} did not come back as it was saved (${found.lines()} rows instead of ${table.rows}): nothing was restored.`,
      );
    }
  }
}
