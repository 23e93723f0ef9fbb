import { isShown, listOf, type Lists } from "../profile/rules";
import type { FieldSpec } from "../profile/field-spec";
import { identificationBlocks } from "../profile/fields.data";
import type { Answers } from "../profile/vocabulary";

/** An answer as people read it: the words of a choice, not its code. */
export function wordsOf(spec: Pick<FieldSpec, "name" | "kind" | "choices" | "source">, answers: Answers, lists: Lists): string {
  if (spec.kind === "box") return listOf(answers, spec.name).includes("on") ? "Oui" : "Non";
  const choices = spec.choices ?? (spec.source === undefined ? [] : (lists[spec.source] ?? []));
  return listOf(answers, spec.name)
    .map((value) => choices.find((choice) => choice.value === value)?.label ?? value)
    .join(", ");
}

export interface LockableBlock {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldSpec[];
}

/** The blocks of "Mes informations" that concern the person, each with the fields shown to them. */
export const informationBlocks = (answers: Answers): readonly LockableBlock[] =>
  identificationBlocks
    .filter((block) => isShown(block, answers))
    .map(({ id, title, fields }) => ({ id, title, fields: fields.filter((spec) => isShown(spec, answers)) }));
