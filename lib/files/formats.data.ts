/** Every format that a place may ask for. What a file is is read from its content (TR-20). */
export const fileFormats = ["jpeg", "png", "webp", "heic", "pdf", "doc", "docx", "odt", "rtf", "txt", "html"] as const;
export type FileFormat = (typeof fileFormats)[number];

export interface FormatFacts {
  readonly label: string;
  readonly mediaType: string;
  /** Lower case, without dot; the first one is given to names that have none. */
  readonly extensions: readonly [string, ...string[]];
  readonly family: "image" | "document" | "text";
}

export const formatFacts = {
  jpeg: { label: "JPEG", mediaType: "image/jpeg", extensions: ["jpg", "jpeg", "jfif"], family: "image" },
  png: { label: "PNG", mediaType: "image/png", extensions: ["png"], family: "image" },
  webp: { label: "WebP", mediaType: "image/webp", extensions: ["webp"], family: "image" },
  heic: { label: "HEIC", mediaType: "image/heic", extensions: ["heic", "heif"], family: "image" },
  pdf: { label: "PDF", mediaType: "application/pdf", extensions: ["pdf"], family: "document" },
  doc: { label: "DOC", mediaType: "application/msword", extensions: ["doc"], family: "document" },
  docx: {
    label: "DOCX",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
    family: "document",
  },
  odt: { label: "ODT", mediaType: "application/vnd.oasis.opendocument.text", extensions: ["odt"], family: "document" },
  rtf: { label: "RTF", mediaType: "application/rtf", extensions: ["rtf"], family: "document" },
  txt: { label: "TXT", mediaType: "text/plain", extensions: ["txt"], family: "text" },
  html: { label: "HTML", mediaType: "text/html", extensions: ["html", "htm"], family: "text" },
} as const satisfies Record<FileFormat, FormatFacts>;

/** Shown in a page without harm: images that we have encoded ourselves. Everything else is a download. */
export const safeImageTypes: readonly string[] = [formatFacts.jpeg.mediaType, formatFacts.png.mediaType, formatFacts.webp.mediaType];
