import type { FieldSpec } from "./field-spec";
import type { Answer, Answers } from "./vocabulary";

/** One answer as a text, without blanks around. */
export const textOf = (answers: Answers, name: string): string => {
  const answer = answers[name];
  return typeof answer === "string" ? answer.trim() : "";
};
/** The name of whom a profile is about, as it is told in a sentence. */
export const nameOf = (answers: Answers): string => `${textOf(answers, "firstName")} ${textOf(answers, "lastName")}`;
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

/** An answer as a person reads it: names of what was chosen, "rien" for nothing. */
export function wordsOf(spec: FieldSpec | undefined, value: Answer, lists: Lists): string {
  const values = typeof value === "string" ? [value] : value;
  const listed = spec?.choices ?? (spec?.source === undefined ? [] : (lists[spec.source] ?? []));
  const words = values
    .filter((one) => one !== "")
    .map((one) => (spec?.kind === "box" ? "oui" : (listed.find((choice) => choice.value === one)?.label ?? one)));
  return words.length === 0 ? "rien" : words.join(", ");
}
