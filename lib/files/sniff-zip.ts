import { inflateRawSync } from "node:zlib";
import type { Sniffed } from "./sniff-content";

const localSignature = Buffer.from("PK\u0003\u0004", "latin1");
const entrySignature = Buffer.from("PK\u0001\u0002", "latin1");
const endSignature = Buffer.from("PK\u0005\u0006", "latin1");
const endBytes = 22;
const longestComment = 65_535;

/** Limits no letter reaches: an archive that passes them is a bomb (TR-20). */
const mostEntries = 5_000;
const mostUnpacked = 200_000_000;
const mostPart = 1_000_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
  readonly symbolicLink: boolean;
}

export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(localSignature);

/** A reader of ZIP would accept these bytes, whatever they begin with. */
export const endsAsZip = (bytes: Buffer): boolean => findEnd(bytes) !== null;

/** Tells a DOCX or an ODT from any other archive, by its contents; nothing is unpacked but the part that names the format. */
export function inspectZip(bytes: Buffer): Sniffed {
  const entries = readEntries(bytes);
  if (entries === null) return { kind: "refused", reason: "damaged" };
  const size = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (entries.length > mostEntries || size > mostUnpacked) return { kind: "refused", reason: "oversized" };
  if (entries.some(({ name, symbolicLink, encrypted }) => symbolicLink || encrypted || isOutside(name))) return { kind: "unknown" };
  const format = documentFormat(bytes, entries);
  if (format === null) return { kind: "unknown" };
  return entries.some(({ name }) => isActivePart(name)) ? { kind: "refused", reason: "active" } : { kind: "format", format };
}

const isOutside = (name: string) => /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/iu.test(name) || name.includes("\0");
const isActivePart = (name: string) => /(?:^|\/)(?:vbaProject\.bin$|activeX\/)|^(?:Basic|Scripts)\//iu.test(name);

function documentFormat(bytes: Buffer, entries: readonly Entry[]): "docx" | "odt" | null {
  if (readPart(bytes, entries, "mimetype")?.trim() === "application/vnd.oasis.opendocument.text") return "odt";
  const types = readPart(bytes, entries, "[Content_Types].xml") ?? "";
  return types.includes("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml") ? "docx" : null;
}

function readPart(bytes: Buffer, entries: readonly Entry[], name: string): string | null {
  const entry = entries.find((candidate) => candidate.name === name);
  if (entry === undefined || !bytes.subarray(entry.at, entry.at + 4).equals(localSignature) || entry.at + 30 > bytes.length) return null;
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  try {
    if (entry.method === 0) return packed.length > mostPart ? null : packed.toString("utf8");
    return entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: mostPart }).toString("utf8") : null;
  } catch {
    return null;
  }
}

/** The central directory, which must lie right before the end record: nothing hidden before, between or after. */
function readEntries(bytes: Buffer): Entry[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  let at = bytes.readUInt32LE(end + 16);
  if (at + size !== end || count !== bytes.readUInt16LE(end + 8)) return null;
  const entries: Entry[] = [];
  while (at < end) {
    if (at + 46 > end || !bytes.subarray(at, at + 4).equals(entrySignature)) return null;
    const nameBytes = bytes.readUInt16LE(at + 28);
    entries.push(readEntry(bytes, at, nameBytes));
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return at === end && entries.length === count ? entries : null;
}

const readEntry = (bytes: Buffer, at: number, nameBytes: number): Entry => ({
  name: bytes.toString("utf8", at + 46, at + 46 + nameBytes),
  encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
  method: bytes.readUInt16LE(at + 10),
  packed: bytes.readUInt32LE(at + 20),
  unpacked: bytes.readUInt32LE(at + 24),
  symbolicLink: bytes.readUInt32LE(at + 38) >>> 28 === 0xa,
  at: bytes.readUInt32LE(at + 42),
});

/** Position of the end record whose comment reaches exactly the end of the file. */
function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.lastIndexOf(endSignature); at >= first; at = at === 0 ? -1 : bytes.lastIndexOf(endSignature, at - 1)) {
    if (at + endBytes <= bytes.length && at + endBytes + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return null;
}
