import { parisDay } from "@/lib/core/format";
import type { ChoiceSource, FieldSpec } from "./field-spec";
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
export type Lists = Readonly<Partial<Record<ChoiceSource, readonly ListedChoice[]>>>;

/** Those of the lists that some fields choose from: all that their page sends to the browser. */
export const listsFor = (fields: readonly Pick<FieldSpec, "source">[], lists: Lists): Lists =>
  Object.fromEntries(fields.flatMap(({ source }) => (source === undefined ? [] : [[source, lists[source]]])));

export const isShown = (spec: Pick<FieldSpec, "shown">, answers: Answers): boolean => spec.shown?.(answers) ?? true;
export const isRequired = ({ required = false }: Pick<FieldSpec, "required">, answers: Answers): boolean =>
  typeof required === "function" ? required(answers) : required;

/** The name of what a code stands for among the references. */
export type NameOfChoice = (source: ChoiceSource, code: string) => string | undefined;
export const namesIn =
  (lists: Lists): NameOfChoice =>
  (source, code) =>
    lists[source]?.find(({ value }) => value === code)?.label;

/** An answer as a person reads it: the words of a choice, not its code; a box is ticked or empty. */
export function spoken(
  { kind, choices, source }: Pick<FieldSpec, "kind" | "choices" | "source">,
  answer: Answer,
  nameOf: NameOfChoice,
): string {
  const values = (typeof answer === "string" ? [answer.trim()] : answer).filter((value) => value !== "");
  if (kind === "box") return values.includes("on") ? "Oui" : "";
  const word = (value: string) => choices?.find((choice) => choice.value === value)?.label ?? (source && nameOf(source, value)) ?? value;
  return values.map(word).join(", ");
}

/** The same in a sentence that compares: "rien" for nothing. */
export function wordsOf(spec: FieldSpec | undefined, value: Answer, lists: Lists): string {
  return spoken(spec ?? { kind: "text" }, value, namesIn(lists)) || "rien";
}

/** Whether a new request must still wait (EI-41). The day that was announced counts whole. */
export const mustWait = <Profile extends { readonly mayRequestFrom: Date | null }>(
  profile: Profile,
  now: Date,
): profile is Profile & { readonly mayRequestFrom: Date } =>
  profile.mayRequestFrom !== null && parisDay(profile.mayRequestFrom) > parisDay(now);
