import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { fileContext } from "./encrypted-chunks";
import { readEncrypted, writeEncrypted } from "./encrypted-file";

/** A received file on the disk, already in the form it will be stored in; its key exists in memory alone. */
export interface Draft {
  readonly fileId: string;
  readonly path: string;
  readonly key: Buffer;
  /** Of the clear content. */
  readonly bytes: number;
  readonly sha256: string;
}

/** More bytes came than the place takes. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** The sender went away before the end. */
export class BodyInterrupted extends Error {
  override readonly name = "BodyInterrupted";
}

type Body = AsyncIterable<Uint8Array>;

/**
 * Writes a body to `folder`, encrypted, counted and hashed on the way: memory holds a few chunks, the disk no clear byte.
 * A body longer than `maxBytes` is given up at once; a failure leaves no file.
 */
export async function receiveBody(body: Body, folder: string, maxBytes: number, fileId: string = randomUUID()): Promise<Draft> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomBytes(16).toString("hex"));
  const key = randomBytes(32);
  const hash = createHash("sha256");
  let bytes = 0;
  async function* measured() {
    for await (const chunk of told(body)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new BodyTooLarge();
      hash.update(chunk);
      yield chunk;
    }
  }
  try {
    await writeEncrypted(path, measured(), key, fileContext(fileId));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { fileId, path, key, bytes, sha256: hash.digest("hex") };
}

/** Tells a sender who went away from a failure of ours. */
async function* told(body: Body): AsyncIterable<Buffer> {
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        throw new BodyInterrupted("the body ended early", { cause: error });
      });
      if (next.done === true) return;
      yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
  } finally {
    await chunks.return?.()?.catch(() => {});
  }
}

/** The clear content, whole: at most the limit of its place. */
export const readDraft = ({ path, key, fileId, bytes }: Draft): Promise<Buffer> => readEncrypted(path, bytes, key, fileContext(fileId));

/** Another content for the same file, under a key of its own. */
export const rewriteDraft = ({ fileId }: Draft, content: Buffer, folder: string): Promise<Draft> =>
  receiveBody(Readable.from([content]), folder, content.length, fileId);

export const dropDraft = ({ path }: Draft): Promise<void> => rm(path, { force: true });
