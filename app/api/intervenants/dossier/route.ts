import { shortTime } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { fieldErrorsOf } from "@/lib/entry/action";
import { json, route } from "@/lib/entry/route";
import { saveDraft } from "@/lib/trainers/dossier/save-draft";
import { saveDraftInput } from "@/lib/trainers/dossier/schemas";

/** Room for every field, each as long as it may be. */
const longestBody = 1_000_000;

/**
 * Keeps what is typed in the administrative file, field by field. Body: `{ changes: [{ field, from, to }] }`.
 * Answers `{ at: "14:02", conflicts: [{ field, theirs }] }`, sensitive values masked; 422 with a sentence when it cannot be kept.
 */
export const POST = route(
  { name: "trainers.dossier_draft", policy: "signed_in", application: "intervenants", limit: { points: 240, per: 60, by: "account" } },
  async (ctx, request) => {
    if (Number(request.headers.get("content-length") ?? 0) > longestBody) throw new Refusal("invalid", "Ces réponses sont trop longues.");
    const parsed = saveDraftInput.safeParse(await request.json().catch(() => null));
    if (!parsed.success) throw new Refusal("invalid", "Ces réponses n’ont pas pu être lues.", fieldErrorsOf(parsed.error));
    const { savedAt, conflicts } = await saveDraft(ctx, parsed.data);
    return json({ at: shortTime(savedAt), conflicts });
  },
);
