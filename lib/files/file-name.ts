import { type FileFormat, formatFacts } from "./formats.data";

const longestName = 150;
/** Control and format characters: line ends, NUL, bidirectional marks, zero-width joiners. None has a place in a name. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The name people will read again. Never a path: folders, control characters and direction marks are dropped. */
export function cleanFileName(raw: string): string {
  const last = raw.toWellFormed().normalize("NFC").replace(invisible, "").split(/[/\\]/u).at(-1) ?? "";
  const name = last
    .replace(/[<>:"|?*\uFFFD]/gu, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.-]+|[\s.]+$/gu, "");
  if (name === "") return "fichier";
  const { stem, extension } = split(name);
  return extension === "" ? cut(name, longestName) : `${cut(stem, longestName - extension.length - 1)}.${extension}`;
}

/** "jpg" of "Photo.JPG"; empty when the name has none. */
export const extensionOf = (name: string): string => split(name).extension.toLowerCase();

/** The name with an extension that tells the format: kept when it does already. */
export function nameForFormat(name: string, format: FileFormat): string {
  const extensions: readonly string[] = formatFacts[format].extensions;
  return extensions.includes(extensionOf(name)) ? name : `${split(name).stem}.${formatFacts[format].extensions[0]}`;
}

/** Header value: a plain fallback for old browsers, and the real name, percent-encoded. */
export function contentDisposition(name: string, way: "inline" | "attachment"): string {
  const { stem, extension } = split(name);
  const plain =
    stem
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9 _.-]/gu, "")
      .trim() || "fichier";
  const ending = /^[A-Za-z0-9]+$/u.test(extension) ? `.${extension}` : "";
  const encoded = encodeURIComponent(name).replace(/['()*!]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${way}; filename="${plain}${ending}"; filename*=UTF-8''${encoded}`;
}

function split(name: string): { stem: string; extension: string } {
  const match = /^(.+)\.([^.\s]{1,10})$/su.exec(name);
  return match === null ? { stem: name, extension: "" } : { stem: match[1] ?? name, extension: match[2] ?? "" };
}

/** By characters, never in the middle of one. */
const cut = (text: string, length: number) => Array.from(text).slice(0, length).join("").trim();
