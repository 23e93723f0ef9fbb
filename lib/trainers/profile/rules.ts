import type { FieldSpec } from "./field-spec";
import type { Answers } from "./vocabulary";

/** One answer as a text, without blanks around. */
export const textOf = (answers: Answers, name: string): string => {
  const answer = answers[name];
  return typeof answer === "string" ? answer.trim() : "";
};
/** One answer as a list. */
export const listOf = (answers: Answers, name: string): readonly string[] => {
  const answer = answers[name];
  return typeof answer === "string" ? (answer === "" ? [] : [answer]) : (answer ?? []);
};

/** Lists that answers are judged by: the references, by source. A choice may belong to another ("A3A" to "A3"). */
export interface ListedChoice {
  readonly value: string;
  readonly label: string;
  readonly parent?: string;
}
export type Lists = Readonly<Partial<Record<NonNullable<FieldSpec["source"]>, readonly ListedChoice[]>>>;

export const isShown = (spec: Pick<FieldSpec, "shown">, answers: Answers): boolean => spec.shown?.(answers) ?? true;
export const isRequired = ({ required = false }: Pick<FieldSpec, "required">, answers: Answers): boolean =>
  typeof required === "function" ? required(answers) : required;
