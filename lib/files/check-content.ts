import type { PlaceLimits } from "./places.data";
import { extensionOf } from "./file-name";
import { type FileFormat, formatFacts } from "./formats.data";
import { badContent, unavailable, wrongExtension, wrongFormat } from "./refusals";
import { formatList } from "./rules";
import type { ScanVerdict } from "./scan-with-clamd";
import { sniffContent } from "./sniff-content";

/** The format of a content that the place takes; a Refusal otherwise. */
export async function acceptedFormat(bytes: Buffer, name: string, limits: PlaceLimits): Promise<FileFormat> {
  const sniffed = await sniffContent(bytes, name);
  const accepted = formatList(limits.formats);
  if (sniffed.kind === "refused") throw badContent(name, sniffed.reason);
  if (sniffed.kind === "unknown") throw wrongFormat(name, accepted);
  if (sniffed.kind === "format") {
    if (!limits.formats.includes(sniffed.format)) throw wrongFormat(name, accepted);
    return sniffed.format;
  }
  // A format that is not taken here anyway is said first: renaming would not help.
  const { label, family } = formatFacts[sniffed.found];
  if (!limits.formats.includes(sniffed.found) || family === "text") throw wrongFormat(name, accepted);
  throw wrongExtension(name, extensionOf(name), label);
}

/** Asks the scanner, when there is one; without its verdict the file is not taken (TR-20). */
export async function scanned(bytes: Buffer, name: string, scan: ((bytes: Buffer) => Promise<ScanVerdict>) | null): Promise<ScanVerdict> {
  if (scan === null) return { clean: true };
  return scan(bytes).catch((error: unknown) => {
    throw Object.assign(unavailable(name), { cause: error });
  });
}
