import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { log } from "@/lib/core/log";
import { fileListFile, type Manifest, storedFile } from "./manifest";

export type FilesCopied = Manifest["files"];

interface Copying {
  readonly stored: readonly { readonly key: string; readonly store: string; readonly required: boolean }[];
  /** Folder of the local store. */
  readonly from: string;
  /** Folder of the backup. */
  readonly to: string;
  readonly stillWanted: (key: string) => Promise<boolean>;
}

/**
 * Copies the local store's files as they lie there, encrypted, and lists the checksum of each. A file that the database
 * expects and the store has lost is counted and named in the log; files of other stores are counted, and stay there.
 */
export async function copyFiles({ stored, from, to, stillWanted }: Copying): Promise<FilesCopied> {
  const list = await open(join(to, fileListFile), "wx", 0o600);
  const listHash = createHash("sha256");
  const total = { count: 0, bytes: 0, missing: 0, elsewhere: 0 };
  try {
    for (const { key, store, required } of stored) {
      if (store !== "local") {
        total.elsewhere += 1;
        continue;
      }
      const copied = await copyOne(join(from, key.slice(0, 2), key.slice(2, 4), key), join(to, storedFile(key)));
      if (copied === null) {
        if (!required || !(await stillWanted(key))) continue;
        total.missing += 1;
        log.error({ storeKey: key }, "a file that the database expects is not in the store");
        continue;
      }
      total.count += 1;
      total.bytes += copied.bytes;
      const line = `${JSON.stringify({ key, ...copied })}\n`;
      listHash.update(line);
      await list.write(line);
    }
    await list.sync();
  } finally {
    await list.close();
  }
  return { ...total, listSha256: listHash.digest("hex") };
}

/** Size and checksum of what was copied; null when there is nothing to copy. */
export async function copyOne(from: string, to: string): Promise<{ bytes: number; sha256: string } | null> {
  const source = await open(from).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
  if (source === null) return null;
  await source.close();
  const hash = createHash("sha256");
  let bytes = 0;
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await pipeline(
    createReadStream(from),
    async function* counted(pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
    },
    createWriteStream(to, { mode: 0o600, flush: true, flags: "wx" }),
  );
  return { bytes, sha256: hash.digest("hex") };
}
