import { createSecretKey } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { chunkBytes, headBytes, headOf, newPrefix, openChunk, pieceBytes, prefixOf, sealChunk, tagBytes } from "./encrypted-chunks";
import { giveBack } from "./give-back";

const together = pieceBytes / chunkBytes;
const sealedBytes = chunkBytes + tagBytes;

/**
 * Writes clear bytes, encrypted, to a new file. Memory: a chunk and the few that wait to be written, whatever comes.
 * A failure may leave a part of the file. A key is used for one file only.
 */
export async function writeEncrypted(path: string, clear: AsyncIterable<Buffer>, secret: Buffer, context: string): Promise<void> {
  const key = createSecretKey(secret);
  const file = await open(path, "wx", 0o600);
  try {
    const prefix = newPrefix();
    const chunk = Buffer.allocUnsafeSlow(chunkBytes);
    const sealed = Buffer.allocUnsafeSlow(headBytes + together * sealedBytes);
    let [inChunk, number, waiting] = [0, 0, headOf(prefix).copy(sealed)];
    const seal = (last: boolean) => {
      const { body, tag } = sealChunk({ key, context, prefix, number: number++, last }, chunk.subarray(0, inChunk));
      waiting += body.copy(sealed, waiting);
      waiting += tag.copy(sealed, waiting);
      giveBack(body);
      inChunk = 0;
    };
    for await (const piece of clear) {
      for (let at = 0; at < piece.length;) {
        // A full chunk waits for one byte more: the last one is known only when the bytes end.
        if (inChunk === chunkBytes) seal(false);
        if (waiting + sealedBytes > sealed.length) {
          await file.appendFile(sealed.subarray(0, waiting));
          waiting = 0;
        }
        const taken = piece.copy(chunk, inChunk, at);
        inChunk += taken;
        at += taken;
      }
    }
    seal(true);
    await file.appendFile(sealed.subarray(0, waiting));
  } finally {
    await file.close();
  }
}

/** The clear content of a file that `writeEncrypted` wrote, whole: `bytes` of them. */
export async function readEncrypted(path: string, bytes: number, secret: Buffer, context: string): Promise<Buffer> {
  const key = createSecretKey(secret);
  const file = await open(path);
  try {
    const prefix = prefixOf(await readWhole(file, Buffer.allocUnsafe(headBytes)));
    const clear = Buffer.allocUnsafeSlow(bytes);
    const sealed = Buffer.allocUnsafeSlow(together * sealedBytes);
    const chunks = Math.max(1, Math.ceil(bytes / chunkBytes));
    for (let first = 0; first < chunks; first += together) {
      const several = Math.min(together, chunks - first);
      const clearBytes = Math.min(several * chunkBytes, bytes - first * chunkBytes);
      await readWhole(file, sealed.subarray(0, clearBytes + several * tagBytes));
      for (let n = 0; n < several; n += 1) {
        const number = first + n;
        const end = Math.min((n + 1) * sealedBytes, clearBytes + several * tagBytes);
        const opened = openChunk({ key, context, prefix, number, last: number === chunks - 1 }, sealed.subarray(n * sealedBytes, end));
        opened.copy(clear, number * chunkBytes);
        giveBack(opened);
      }
    }
    return clear;
  } finally {
    await file.close();
  }
}

async function readWhole(file: FileHandle, into: Buffer): Promise<Buffer> {
  for (let at = 0; at < into.length;) {
    const { bytesRead } = await file.read(into, at, into.length - at);
    if (bytesRead === 0) throw new Error("stored file cut short");
    at += bytesRead;
  }
  return into;
}
