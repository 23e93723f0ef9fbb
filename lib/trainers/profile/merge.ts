import type { Answer, Answers } from "./vocabulary";

export interface Change {
  readonly field: string;
  readonly from: Answer;
  readonly to: Answer;
}
export interface Conflict {
  readonly field: string;
  /** What is kept now. */
  readonly theirs: Answer;
}

const normal = (answer: Answer | undefined): string =>
  typeof answer === "string" || answer === undefined ? (answer ?? "") : [...answer].sort().join("\u0000");
/** No answer, an empty one and no box ticked are the same; the order of boxes does not count. */
export const sameAnswer = (one: Answer | undefined, other: Answer | undefined): boolean => normal(one) === normal(other);
/** The same for all the fields that either has. */
export const sameAnswers = (one: Answers, other: Answers): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => sameAnswer(one[name], other[name]));

/** Applies each change to a field that still is as the writer saw it (or is already as wanted); the others are conflicts. */
export function applyChanges(before: Answers, changes: readonly Change[]) {
  const answers: Record<string, Answer> = { ...before };
  const changed: string[] = [];
  const conflicts: Conflict[] = [];
  for (const { field, from, to } of changes) {
    const kept = answers[field];
    if (sameAnswer(kept, to)) continue;
    if (!sameAnswer(kept, from)) {
      conflicts.push({ field, theirs: kept ?? "" });
      continue;
    }
    answers[field] = to;
    changed.push(field);
  }
  return { answers, changed, conflicts };
}

/** What differs between what a page showed and what it sends, among the fields that it has. */
export const changesBetween = (seen: Answers, typed: Answers, fields: readonly string[]): readonly Change[] =>
  fields.flatMap((field) => {
    const [from, to] = [seen[field] ?? "", typed[field] ?? ""];
    return sameAnswer(from, to) ? [] : [{ field, from, to }];
  });
