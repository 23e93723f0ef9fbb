import type { Sniffed } from "./sniff-content";

const signature = Buffer.from("D0CF11E0A1B11AE1", "hex");
const headBytes = 512;
const entryBytes = 128;
/** A directory longer than that is not a letter's. */
const mostSectors = 1_000;

export const isOle = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(signature);

/** Tells a Word document from the other things that lie in the same container (spreadsheets, mails, installers). */
export function inspectOle(bytes: Buffer): Sniffed {
  const names = readNames(bytes);
  if (names === null) return { kind: "refused", reason: "damaged" };
  if (!names.has("WordDocument") || names.has("EncryptedPackage")) return { kind: "unknown" };
  const active = ["Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "\u0001Ole10Native"].some((name) => names.has(name));
  return active ? { kind: "refused", reason: "active" } : { kind: "format", format: "doc" };
}

/** Names of the streams and folders, read along the chain of directory sectors; null when the container is broken. */
function readNames(bytes: Buffer): Set<string> | null {
  if (bytes.length < headBytes) return null;
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const size = 2 ** shift;
  const names = new Set<string>();
  let sector = bytes.readUInt32LE(48);
  for (let read = 0; sector < 0xfffffffa; read++) {
    const start = (sector + 1) * size;
    if (read > mostSectors || start + size > bytes.length) return null;
    for (let at = start; at < start + size; at += entryBytes) {
      const length = bytes.readUInt16LE(at + 64);
      if (length >= 2 && length <= 64) names.add(bytes.toString("utf16le", at, at + length - 2));
    }
    const next = nextSector(bytes, sector, size);
    if (next === null) return null;
    sector = next;
  }
  return names;
}

/** The allocation table is itself in sectors; the header holds the first 109 of them, enough for 7 MB. */
function nextSector(bytes: Buffer, sector: number, size: number): number | null {
  const perSector = size / 4;
  const index = Math.floor(sector / perSector);
  // Farther tables exist in large documents; a directory that is written there ends the reading.
  if (index >= 109) return 0xfffffffe;
  const table = bytes.readUInt32LE(76 + index * 4);
  const at = (table + 1) * size + (sector % perSector) * 4;
  return at + 4 > bytes.length ? null : bytes.readUInt32LE(at);
}
