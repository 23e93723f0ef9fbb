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
