import { isShown, type Lists, namesIn, spoken } from "../profile/rules";
import type { FieldSpec } from "../profile/field-spec";
import { identificationBlocks } from "../profile/fields.data";
import type { Answer, Answers } from "../profile/vocabulary";

/** An answer as people read it; a box that is not ticked is an answer too. */
export const answerInWords = (spec: Pick<FieldSpec, "kind" | "choices" | "source">, answer: Answer | undefined, lists: Lists): string =>
  spoken(spec, answer ?? "", namesIn(lists)) || (spec.kind === "box" ? "Non" : "");

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
