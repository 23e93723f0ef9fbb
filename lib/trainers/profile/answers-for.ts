import type { Actor } from "@/lib/core/ctx";
import { homeOnlyFields } from "./fields.data";
import { openAnswers, type ProfileRow } from "./lock-profile";
import { can } from "./policy";
import type { Answers } from "./vocabulary";

export interface AnswersSeen {
  readonly answers: Answers;
  /** Fields kept from this reader: the page does not even name them. */
  readonly without: readonly string[];
}

/** The answers as one manager reads them: the home structure has all, others do not even have the sealed one opened (AD-13). */
export function answersFor(actor: Actor, profile: ProfileRow): AnswersSeen {
  if (can.manage(actor, profile.homeStructureId).allowed) return { answers: openAnswers(profile), without: [] };
  const seen = Object.entries(profile.answers).filter(([name]) => !homeOnlyFields.includes(name));
  return { answers: Object.fromEntries(seen), without: homeOnlyFields };
}
