import { Refusal } from "@/lib/core/refusal";
import { shortTime } from "@/lib/core/format";
import { fieldErrorsOf } from "@/lib/entry/action";
import { json, route } from "@/lib/entry/route";
import { saveAnswers } from "@/lib/trainers/profile/save-answers";
import { saveAnswersInput } from "@/lib/trainers/profile/schemas";

/** Room for a hundred long answers. */
const longestBody = 2_500_000;

/**
 * Keeps what is typed in the wizard, field by field. Body: `{ lineId?, changes: [{ field, from, to }] }`.
 * Answers `{ at: "14:02", conflicts: [{ field, theirs }] }`; 422 with a sentence when it cannot be kept.
 */
export const POST = route(
  { name: "trainers.autosave", policy: "signed_in", application: "intervenants", limit: { points: 240, per: 60, by: "account" } },
  async (ctx, request) => {
    if (Number(request.headers.get("content-length") ?? 0) > longestBody) throw new Refusal("invalid", "Ces réponses sont trop longues.");
    const parsed = saveAnswersInput.safeParse(await request.json().catch(() => null));
    if (!parsed.success) throw new Refusal("invalid", "Ces réponses n’ont pas pu être lues.", fieldErrorsOf(parsed.error));
    const { savedAt, conflicts } = await saveAnswers(ctx, parsed.data);
    return json({ at: shortTime(savedAt), conflicts });
  },
);
