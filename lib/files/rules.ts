import { type FileFormat, formatFacts } from "./formats.data";
import { type PlaceLimits, placeLimits } from "./places.data";
import type { FilePlace } from "./vocabulary";

/** "JPEG, PNG, WebP ou HEIC" */
export function formatList(formats: readonly FileFormat[]): string {
  const labels = formats.map((format) => formatFacts[format].label);
  return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} ou ${labels.at(-1)}`;
}

/** What the file field of a place tells, and checks before sending; the server judges again, by the content. */
export function fileRulesOf(place: FilePlace): {
  readonly endings: readonly string[];
  readonly formats: string;
  readonly maxBytes: number;
} {
  const { formats, maxBytes }: PlaceLimits = placeLimits[place];
  return {
    endings: formats.flatMap((format) => formatFacts[format].extensions.map((extension) => `.${extension}`)),
    formats: formatList(formats),
    maxBytes,
  };
}
