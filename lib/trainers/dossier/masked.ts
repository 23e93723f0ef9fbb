import type { Answer, Answers } from "../profile/vocabulary";
import { dossierFields } from "./blocks.data";

/** An answer as a browser may have it: in part only when it is sensitive (EI-61). */
export function masked(field: string, answers: Answers): Answer {
  const answer = answers[field] ?? "";
  const mask = dossierFields.get(field)?.masked;
  return mask !== undefined && typeof answer === "string" ? mask(answer.trim()) : answer;
}

export const maskedAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.keys(answers).map((field) => [field, masked(field, answers)]));
