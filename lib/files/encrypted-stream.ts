import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

/**
 * How a file lies in a store (TR-30): `ESF1`, a random 7-byte prefix, then chunks of at most 64 KiB of clear bytes,
 * each AES-256-GCM with its tag behind. The nonce of a chunk is prefix + number + "last" flag, so that chunks that are
 * cut off, moved or repeated do not open; the context (the file's id) is authenticated with each. Memory: one chunk.
 */
const magic = Buffer.from("ESF1");
const prefixBytes = 7;
const headBytes = magic.length + prefixBytes;
const chunkBytes = 65_536;
const tagBytes = 16;

/** What the key and the chunks of a file are bound to. */
export const fileContext = (fileId: string) => `files|content|${fileId}`;

/** Clear bytes in, stored bytes out. A key is used for one stream only. */
export function encryptStream(key: Buffer, context: string): Transform {
  const prefix = randomBytes(prefixBytes);
  const sealChunk = (clear: Buffer, number: number, last: boolean): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", key, nonce(prefix, number, last)).setAAD(Buffer.from(context));
    return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
  };
  const chunks = chunked(chunkBytes, sealChunk);
  chunks.push(Buffer.concat([magic, prefix]));
  return chunks;
}

/** Stored bytes in, clear bytes out. Fails on a wrong key or context, and on any byte changed, added or missing. */
export function decryptStream(key: Buffer, context: string): Transform {
  let prefix: Buffer | undefined;
  const openChunk = (sealed: Buffer, number: number, last: boolean): Buffer => {
    if (prefix === undefined || sealed.length < tagBytes) throw new Error("stored file cut short");
    const decipher = createDecipheriv("aes-256-gcm", key, nonce(prefix, number, last)).setAAD(Buffer.from(context));
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  };
  const readHead = (head: Buffer) => {
    if (!head.subarray(0, magic.length).equals(magic)) throw new Error("not a stored file");
    prefix = Buffer.from(head.subarray(magic.length));
  };
  return chunked(chunkBytes + tagBytes, openChunk, { bytes: headBytes, read: readHead });
}

function nonce(prefix: Buffer, number: number, last: boolean): Buffer {
  const value = Buffer.alloc(12);
  prefix.copy(value);
  value.writeUInt32BE(number, prefixBytes);
  value[11] = last ? 1 : 0;
  return value;
}

type Convert = (chunk: Buffer, number: number, last: boolean) => Buffer;
interface Head {
  readonly bytes: number;
  readonly read: (head: Buffer) => void;
}

/** Bytes that wait until there are enough of them. */
class Waiting {
  #pieces: Buffer[] = [];
  length = 0;

  add(piece: Buffer): void {
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  take(bytes: number): Buffer {
    const all = Buffer.concat(this.#pieces);
    this.#pieces = [all.subarray(bytes)];
    this.length -= bytes;
    return all.subarray(0, bytes);
  }
}

/** Cuts a stream into equal chunks; the last one, perhaps shorter or empty, is known only when the stream ends. */
function chunked(size: number, convert: Convert, head?: Head): Transform {
  const waiting = new Waiting();
  let number = 0;
  let headBytesLeft = head?.bytes ?? 0;
  const readHead = () => {
    if (head === undefined || headBytesLeft === 0 || waiting.length < head.bytes) return;
    headBytesLeft = 0;
    head.read(waiting.take(head.bytes));
  };
  return new Transform({
    transform(this: Transform, piece: Buffer, _encoding, done: TransformCallback) {
      waiting.add(piece);
      attempt(done, () => {
        readHead();
        if (headBytesLeft > 0) return;
        while (waiting.length > size) this.push(convert(waiting.take(size), number++, false));
      });
    },
    flush(this: Transform, done: TransformCallback) {
      attempt(done, () => this.push(convert(waiting.take(waiting.length), number, true)));
    },
  });
}

function attempt(done: TransformCallback, work: () => void): void {
  try {
    work();
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}
