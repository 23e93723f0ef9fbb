import { type FileFormat, formatFacts } from "./formats.data";
import { type PlaceLimits, placeLimits } from "./places.data";
import type { FilePlace } from "./vocabulary";

/** "JPEG, PNG, WebP ou HEIC" */
export function formatList(formats: readonly FileFormat[]): string {
  const labels = formats.map((format) => formatFacts[format].label);
  return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} ou ${labels.at(-1)}`;
}

interface FieldRules {
  readonly endings: readonly string[];
  readonly formats: string;
  readonly maxBytes: number;
}

/** What the file field of a place tells, and checks before sending; the server judges again, by the content. */
export const fileRulesOf = (place: FilePlace): FieldRules => fieldRules(placeLimits[place]);

export function fieldRules({ formats, maxBytes }: PlaceLimits): FieldRules {
  return {
    endings: formats.flatMap((format) => formatFacts[format].extensions.map((extension) => `.${extension}`)),
    formats: formatList(formats),
    maxBytes,
  };
}
