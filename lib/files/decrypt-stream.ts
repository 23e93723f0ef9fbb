import { createSecretKey } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";
import { chunkBytes, headBytes, openChunk, pieceBytes, prefixOf, tagBytes } from "./encrypted-chunks";
import { giveBack } from "./give-back";

/**
 * Stored bytes in, clear bytes out. Fails on a wrong key or context, and on any byte changed, added or missing.
 * `spend`: nobody else sees the stored pieces, whose memory is given back as soon as they are opened.
 */
export function decryptStream(secret: Buffer, context: string, { spend = false } = {}): Transform {
  const key = createSecretKey(secret);
  const waiting = new Waiting();
  let number = 0;
  let prefix: Buffer | undefined;
  const openNext = (sealed: Buffer, last: boolean): Buffer => {
    if (prefix === undefined) throw new Error("stored file cut short");
    return openChunk({ key, context, prefix, number: number++, last }, sealed);
  };
  return new Transform({
    highWaterMark: pieceBytes,
    transform(this: Transform, piece: Buffer, _encoding, done: TransformCallback) {
      waiting.add(piece);
      attempt(done, () => {
        if (prefix === undefined && waiting.length >= headBytes) prefix = prefixOf(waiting.take(headBytes));
        if (prefix === undefined) return;
        // The last chunk, perhaps shorter or empty, is known only when the stream ends.
        while (waiting.length > chunkBytes + tagBytes) this.push(openNext(waiting.take(chunkBytes + tagBytes), false));
        if (!spend) return;
        waiting.copyLeft();
        giveBack(piece);
      });
    },
    flush(this: Transform, done: TransformCallback) {
      attempt(done, () => this.push(openNext(waiting.take(waiting.length), true)));
    },
  });
}

/** Bytes that wait until there are enough of them; only what lies across two pieces is copied. */
class Waiting {
  #pieces: Buffer[] = [];
  length = 0;

  add(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  /** What waits is then nowhere else. */
  copyLeft(): void {
    this.#pieces = this.length === 0 ? [] : [Buffer.concat(this.#pieces)];
  }

  /** At most as many as wait. */
  take(bytes: number): Buffer {
    const parts: Buffer[] = [];
    for (let missing = bytes; missing > 0;) {
      const first = this.#pieces.shift();
      if (first === undefined) throw new RangeError("fewer bytes wait than are taken");
      if (missing < first.length) this.#pieces.unshift(first.subarray(missing));
      const part = first.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
    }
    this.length -= bytes;
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts, bytes);
  }
}

function attempt(done: TransformCallback, work: () => void): void {
  try {
    work();
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
}
