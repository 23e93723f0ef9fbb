import { createHash, createHmac, hkdfSync } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { sameText } from "@/lib/core/crypto";
import type { MasterKey } from "@/lib/core/env";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/u);

/** What a backup holds. Written last: a backup without it was interrupted. */
const manifestShape = z.strictObject({
  format: z.literal(1),
  version: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.strictObject({
      name,
      columns: z.array(name).min(1),
      rows: z.number().int().min(0),
      /** Of the file as it lies in the backup, and of the text in it. */
      sha256,
      contentSha256: sha256,
    }),
  ),
  sequences: z.array(z.strictObject({ name, lastValue: z.string().regex(/^-?\d+$/u), isCalled: z.boolean() })),
  /** The files of the local store: how many, and the list that gives the checksum of each. */
  files: z.strictObject({
    count: z.number().int().min(0),
    bytes: z.number().int().min(0),
    missing: z.number().int().min(0),
    elsewhere: z.number().int().min(0),
    listSha256: sha256,
  }),
});
export type Manifest = z.output<typeof manifestShape>;

/** A backup that cannot be trusted, or cannot be restored here; the message says what to do. */
export class BackupRefused extends Error {
  override readonly name = "BackupRefused";
}

export const manifestFile = "manifest.json";
export const fileListFile = "files.jsonl";
export const tableFile = (table: string) => join("tables", `${table}.copy.gz`);
export const storedFile = (key: string) => join("files", key.slice(0, 2), key.slice(2, 4), key);

const signed = (text: string, { id, key }: MasterKey) =>
  `${id}.${createHmac("sha256", Buffer.from(hkdfSync("sha256", key, "", "backup-manifest", 32)))
    .update(text)
    .digest("base64url")}`;

/** Writes the manifest, signed with the active master key: who changes a part cannot make the checksum follow. */
export async function writeManifest(folder: string, manifest: Manifest, keys: readonly MasterKey[]): Promise<void> {
  const [active] = keys;
  if (active === undefined) throw new Error("no master key");
  const text = JSON.stringify(manifest);
  const part = join(folder, `${manifestFile}.part`);
  const handle = await open(part, "w", 0o600);
  try {
    await handle.writeFile(JSON.stringify({ manifest: text, signature: signed(text, active) }, null, 2));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, join(folder, manifestFile));
}

const envelope = z.strictObject({ manifest: z.string(), signature: z.string() });

/** Reads and checks the manifest. Refuses an interrupted or altered backup, and one whose master key is not configured. */
export async function readManifest(folder: string, keys: readonly MasterKey[]): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), "utf8").catch(() => null);
  if (text === null)
    throw new BackupRefused(`${folder} holds no ${manifestFile}: it is not a backup, or the backup was interrupted. Take another one.`);
  const { manifest, signature } = parsed(envelope, text);
  const keyId = signature.split(".")[0] ?? "";
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined)
    throw new BackupRefused(
      `This backup was made under the master key "${keyId}", which MASTER_KEYS does not hold: what is encrypted in it could not be read. Add that key, then restore again.`,
    );
  if (!sameText(signature, signed(manifest, key)))
    throw new BackupRefused(`${manifestFile} was altered, or comes from another installation: this backup is not restored.`);
  return parsed(manifestShape, manifest);
}

function parsed<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    throw new BackupRefused(`${manifestFile} cannot be read: this backup is damaged, or was made by another version.`, { cause: error });
  }
}

/** Checksum of a file on the disk, in hexadecimal. Throws when it is not there. */
export async function checksumOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
