import { contentDisposition } from "./file-name";
import type { FileRow } from "./file-row";
import { safeImageTypes } from "./formats.data";
import type { FilePlace } from "./vocabulary";

/** Seconds that the person's own browser may keep a file of these places; of all others, none. */
const keptByBrowser: Partial<Record<FilePlace, number>> = { account_picture: 300 };

/** A file is a download that runs nothing (TR-21); only images that we have drawn ourselves are shown in place. */
export function downloadHeaders({
  name,
  mediaType,
  bytes,
  place,
}: Pick<FileRow, "name" | "mediaType" | "bytes" | "place">): Record<string, string> {
  const seconds = keptByBrowser[place];
  return {
    "Content-Type": mediaType,
    "Content-Length": String(bytes),
    "Content-Disposition": contentDisposition(name, safeImageTypes.includes(mediaType) ? "inline" : "attachment"),
    "Cache-Control": seconds === undefined ? "private, no-store" : `private, max-age=${seconds}`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
  };
}
