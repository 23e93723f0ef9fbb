import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";

/**
 * How a file lies in a store (TR-30): `ESF1`, a random 7-byte prefix, then chunks of at most 64 KiB of clear bytes,
 * each AES-256-GCM with its tag behind. The nonce of a chunk is prefix + number + "last" flag, so that chunks that are
 * cut off, moved or repeated do not open; the context (the file's id) is authenticated with each.
 */
const magic = Buffer.from("ESF1");
const prefixBytes = 7;
export const headBytes = magic.length + prefixBytes;
export const chunkBytes = 65_536;
export const tagBytes = 16;

/** Clear bytes that travel together: each step on the way of a file costs more than a chunk does. */
export const pieceBytes = 4 * chunkBytes;

/** What the key and the chunks of a file are bound to. */
export const fileContext = (fileId: string) => `files|content|${fileId}`;

/** Where a chunk stands in its file. */
export interface ChunkPlace {
  /** Made once a file: from bytes, it would be made again for each chunk, which takes about as long as encrypting it. */
  readonly key: KeyObject;
  readonly context: string;
  readonly prefix: Buffer;
  readonly number: number;
  readonly last: boolean;
}

export const newPrefix = (): Buffer => randomBytes(prefixBytes);
export const headOf = (prefix: Buffer): Buffer => Buffer.concat([magic, prefix]);

/** The prefix in the first bytes of a stored file, copied. */
export function prefixOf(head: Buffer): Buffer {
  if (!head.subarray(0, magic.length).equals(magic)) throw new Error("not a stored file");
  return Buffer.from(head.subarray(magic.length));
}

export function sealChunk(
  { key, context, prefix, number, last }: ChunkPlace,
  clear: Buffer,
): { readonly body: Buffer; readonly tag: Buffer } {
  const cipher = createCipheriv("aes-256-gcm", key, nonce(prefix, number, last)).setAAD(Buffer.from(context));
  const body = cipher.update(clear);
  // Nothing more comes out in this mode.
  cipher.final();
  return { body, tag: cipher.getAuthTag() };
}

/** Throws unless every byte is the one that was sealed, at its place. */
export function openChunk({ key, context, prefix, number, last }: ChunkPlace, sealed: Buffer): Buffer {
  if (sealed.length < tagBytes) throw new Error("stored file cut short");
  const decipher = createDecipheriv("aes-256-gcm", key, nonce(prefix, number, last)).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const clear = decipher.update(sealed.subarray(0, -tagBytes));
  decipher.final();
  return clear;
}

function nonce(prefix: Buffer, number: number, last: boolean): Buffer {
  const value = Buffer.alloc(12);
  prefix.copy(value);
  value.writeUInt32BE(number, prefixBytes);
  value[11] = last ? 1 : 0;
  return value;
}
