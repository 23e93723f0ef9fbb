import { fileTypeFromBuffer } from "file-type";
import { extensionOf } from "./file-name";
import { type FileFormat, formatFacts } from "./formats.data";
import type { ContentReason } from "./refusals";
import { inspectOle, isOle } from "./sniff-ole";
import { hasActiveRtf, isText } from "./sniff-text";
import { endsAsZip, inspectZip, isZip } from "./sniff-zip";

/** What a file's bytes are; `refused` when they must not be kept, `mismatch` when the name says something else. */
export type Sniffed =
  | { readonly kind: "format"; readonly format: FileFormat }
  | { readonly kind: "mismatch"; readonly found: FileFormat; readonly extension: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "refused"; readonly reason: ContentReason };

const format = (found: FileFormat): Sniffed => ({ kind: "format", format: found });
const refused = (reason: ContentReason): Sniffed => ({ kind: "refused", reason });
const unknown: Sniffed = { kind: "unknown" };

/**
 * Recognises a whole file by its content (TR-20), then compares with the extension. The browser's media type is never
 * looked at. Text has no signature: it is what is valid text and nothing else, and its extension tells TXT from HTML.
 */
export async function sniffContent(bytes: Buffer, name: string): Promise<Sniffed> {
  const extension = extensionOf(name);
  const sniffed = await contentFormat(bytes, extension);
  if (sniffed.kind !== "format") return sniffed;
  const { extensions, family }: { extensions: readonly string[]; family: string } = formatFacts[sniffed.format];
  const agrees = extensions.includes(extension) || (extension === "" && family !== "text");
  return agrees ? sniffed : { kind: "mismatch", found: sniffed.format, extension };
}

async function contentFormat(bytes: Buffer, extension: string): Promise<Sniffed> {
  if (bytes.length === 0) return refused("empty");
  if (isZip(bytes)) return inspectZip(bytes);
  if (isOle(bytes)) return inspectOle(bytes);
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  const image = mime === undefined ? undefined : imageTypes[mime];
  if (image !== undefined) return format(image);
  if (mime === "application/pdf") return inspectPdf(bytes);
  if (mime === "application/rtf") return inspectRtf(bytes);
  if (mime !== undefined && !textTypes.has(mime)) return unknown;
  if (!isText(bytes)) return unknown;
  const isHtml = (formatFacts.html.extensions as readonly string[]).includes(extension);
  return format(isHtml ? "html" : "txt");
}

const imageTypes: Readonly<Record<string, FileFormat>> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/apng": "png",
  "image/webp": "webp",
  "image/heic": "heic",
  "image/heif": "heic",
  "image/heic-sequence": "heic",
  "image/heif-sequence": "heic",
};

/** Recognised by their first words, and nothing but text. */
const textTypes: ReadonlySet<string> = new Set(["application/xml", "text/calendar", "text/vcard", "text/vtt"]);

/** A whole PDF has its end mark; one that is also a readable ZIP hides something. */
function inspectPdf(bytes: Buffer): Sniffed {
  if (endsAsZip(bytes)) return refused("mixed");
  return bytes.subarray(-4096).includes("%%EOF") ? format("pdf") : refused("damaged");
}

function inspectRtf(bytes: Buffer): Sniffed {
  if (!isText(bytes)) return unknown;
  return hasActiveRtf(bytes) ? refused("active") : format("rtf");
}
