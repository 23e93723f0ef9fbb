import { textOf } from "../../profile/rules";
import type { Answer, Answers } from "../../profile/vocabulary";
import { dossierFields } from "../blocks.data";
import { isMask } from "./schemas";

interface Kept {
  /** As the page shows it: numbers in part. */
  readonly answers: Answers;
  /** What the server has of the field by now: the same, or what was typed since. */
  readonly saved: Answer | undefined;
  /** "Effacer ce qui est enregistré" is ticked. */
  readonly erased: boolean;
}

/**
 * Whether what stands in a field is saved while one types. A number of which something is kept is replaced only whole and
 * right: neither by the beginning of another one, nor by the empty field that "Modifier" gives, unless "effacer" is ticked.
 */
export function isToKeep(field: string, typed: Answer, { answers, saved, erased }: Kept): boolean {
  const spec = dossierFields.get(field);
  if (spec?.masked === undefined || typeof typed !== "string" || erased) return true;
  const before = textOf(answers, field);
  if (typed === "") return !isMask(saved) && before === "";
  return before === "" || spec.check === undefined || spec.check(typed, answers) === null;
}
