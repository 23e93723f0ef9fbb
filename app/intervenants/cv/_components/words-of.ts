import type { FieldSpec } from "@/lib/trainers/profile/field-spec";
import type { Lists } from "@/lib/trainers/profile/rules";
import type { Answer } from "@/lib/trainers/profile/vocabulary";

/** An answer as a person reads it: names of what was chosen, "rien" for nothing. */
export function wordsOf(spec: FieldSpec | undefined, value: Answer, lists: Lists): string {
  const values = typeof value === "string" ? [value] : value;
  const listed = spec?.choices ?? (spec?.source === undefined ? [] : (lists[spec.source] ?? []));
  const words = values
    .filter((one) => one !== "")
    .map((one) => (spec?.kind === "box" ? "oui" : (listed.find((choice) => choice.value === one)?.label ?? one)));
  return words.length === 0 ? "rien" : words.join(", ");
}
