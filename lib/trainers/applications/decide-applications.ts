import type { Ctx } from "@/lib/core/ctx";
import { answerApplications } from "./answer-applications";
import type { DecideInput } from "./schemas";
import { type Decided, studyApplications } from "./study-applications";

/** What a manager does to the applications ticked in the list (AD-05). */
export const decideApplications = (ctx: Ctx, input: DecideInput): Promise<Decided> =>
  input.decision === "study" ? studyApplications(ctx, input) : answerApplications(ctx, input);
