import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { env, type MasterKey } from "@/lib/core/env";
import { ownMigrations } from "../migrations";
import { BackupRefused, checksumOf, fileListFile, type Manifest, readManifest, storedFile, tableFile } from "./manifest";

const listed = z.strictObject({ key: z.string().regex(/^[0-9a-f]{32}$/u), bytes: z.number().int().min(0), sha256: z.string() });
export type ListedFile = z.output<typeof listed>;

/** Checks every byte of a backup against its manifest, and that this version can restore it. Throws BackupRefused otherwise. */
export async function verifyBackup(folder: string, keys: readonly MasterKey[] = env.MASTER_KEYS): Promise<Manifest> {
  const manifest = await readManifest(folder, keys);
  if (manifest.migrations.join() !== ownMigrations().join()) {
    throw new BackupRefused(
      `This backup was made by version "${manifest.version}", whose tables are not those of this version: restore it with that version, then upgrade.`,
    );
  }
  for (const { name, sha256 } of manifest.tables) await expectChecksum(folder, tableFile(name), sha256);
  await expectChecksum(folder, fileListFile, manifest.files.listSha256);
  let count = 0;
  for await (const { key, sha256 } of listFiles(folder)) {
    await expectChecksum(folder, storedFile(key), sha256);
    count += 1;
  }
  if (count !== manifest.files.count)
    throw new BackupRefused(`${fileListFile} names ${count} files instead of ${manifest.files.count}: this backup is not restored.`);
  return manifest;
}

/** The stored files of a backup, one by one. */
export async function* listFiles(folder: string): AsyncIterable<ListedFile> {
  for await (const line of createInterface({ input: createReadStream(join(folder, fileListFile)), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== "") yield listed.parse(JSON.parse(line));
  }
}

async function expectChecksum(folder: string, part: string, expected: string): Promise<void> {
  const found = await checksumOf(join(folder, part)).catch(() => null);
  if (found === null) throw new BackupRefused(`${part} is missing: this backup is incomplete and is not restored.`);
  if (found !== expected) throw new BackupRefused(`${part} was altered or damaged: this backup is not restored.`);
}
