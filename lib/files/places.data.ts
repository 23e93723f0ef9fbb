import type { FileFormat } from "./formats.data";
import type { FilePlace } from "./vocabulary";

/** How the images of a place are written again: the longest side in pixels, and whether they are cut to a square. */
export interface ImageTarget {
  readonly maxSide: number;
  readonly square: boolean;
  /** Kept see-through, as PNG; otherwise a JPEG on white. */
  readonly transparent?: true;
}

export interface PlaceLimits {
  readonly maxBytes: number;
  readonly formats: readonly FileFormat[];
  readonly image: ImageTarget;
}

/** Diplomas, CVs and the files of an ad (EI-30); none of them is an image. */
const document = {
  maxBytes: 2_000_000,
  formats: ["pdf", "doc", "docx", "odt", "rtf", "txt", "html"],
  image: { maxSide: 2000, square: false },
} as const satisfies PlaceLimits;

export const placeLimits = {
  account_picture: { maxBytes: 5_000_000, formats: ["jpeg", "png", "webp", "heic"], image: { maxSide: 512, square: true } },
  ad_attachment: document,
  trainer_cv: document,
  trainer_diploma: document,
  /** 5 MB of the file as it is sent; photos of telephones are kept as JPEG (EI-60). */
  dossier_piece: {
    maxBytes: 5_000_000,
    formats: ["pdf", "doc", "docx", "txt", "rtf", "odt", "jpeg", "png", "heic"],
    image: { maxSide: 2400, square: false },
  },
  change_proof: { maxBytes: 5_000_000, formats: ["pdf", "jpeg", "png", "heic"], image: { maxSide: 2000, square: false } },
} as const satisfies Record<FilePlace, PlaceLimits>;

/** What one person may keep in all, in bytes. */
export const personQuotaBytes = 50_000_000;

/** More than any camera gives; a small file that claims more is there to exhaust the memory. */
export const maxImagePixels = 50_000_000;
