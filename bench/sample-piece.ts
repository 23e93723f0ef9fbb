import { randomBytes } from "node:crypto";

/** A PDF of exactly so many bytes, that no disk and no network can shorten. */
export function pdfOf(bytes: number): Buffer {
  const [head, end] = [Buffer.from("%PDF-1.7\n"), Buffer.from("\n%%EOF\n")];
  return Buffer.concat([head, randomBytes(bytes - head.length - end.length), end]);
}
