import "server-only";
import { headers } from "next/headers";
import { siteHeaders } from "./current-ctx";

/** What an action answered to a form. */
export interface FormAnswer {
  readonly action: string;
  readonly status: "done" | "refused";
}

const mostKept = 1_000;
// One memory for every bundle of the server.
const memory = globalThis as { espacesAnswers?: Map<string, FormAnswer> };
const answers = (memory.espacesAnswers ??= new Map());

/** Remembers the answer for the rest of the request: without JavaScript, the page is drawn again in the same one. */
export function noteAnswer(requestId: string, answer: FormAnswer): void {
  answers.set(requestId, answer);
  const [oldest] = answers.keys();
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
}

/** The answer that the page being drawn is about to show, when the form was posted without JavaScript. */
export async function answerShown(): Promise<FormAnswer | undefined> {
  const list = await headers();
  return list.has("next-action") ? undefined : answers.get(list.get(siteHeaders.requestId) ?? "");
}
