import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { applyChanges, type Change, type Conflict } from "../profile/merge";
import { dossierFields } from "./blocks.data";
import { formAnswers, lockOwnDossier, openDraft, storeDraft } from "./lock-dossier";
import { masked } from "./masked";

export interface SavedDraft {
  readonly savedAt: Date;
  readonly conflicts: readonly Conflict[];
}

/**
 * Keeps what is typed in the dossier, field by field, each only if it still is as the writer saw it (docs/decisions/008);
 * what is masked was seen masked. Nothing is judged before "Transmettre" (EI-65).
 * No audit: what is typed is one's own draft, which nobody else reads; its sending is told. No policy: lockOwnDossier has it.
 */
export function saveDraft(ctx: Ctx, { changes }: { readonly changes: readonly Change[] }): Promise<SavedDraft> {
  return withTx(ctx, async (tx) => {
    const { profile, dossier } = await lockOwnDossier(tx);
    const before = formAnswers(profile, dossier);
    for (const { field } of changes)
      if (!dossierFields.has(field)) throw new Refusal("invalid", "Cette page n’est plus à jour : rechargez-la, puis recommencez.");
    // What is sent again masked was not touched.
    const typed = changes.filter(({ field, to }) => to !== masked(field, before) || to === "");
    const { changed, answers, conflicts } = applyChanges(
      before,
      typed.map((change) => ({
        ...change,
        from: change.from === masked(change.field, before) ? (before[change.field] ?? "") : change.from,
      })),
    );
    if (changed.length > 0) {
      const draft = Object.fromEntries(changed.map((field) => [field, answers[field] ?? ""]));
      await storeDraft(tx, dossier.id, { ...openDraft(dossier), ...draft });
    }
    return { savedAt: tx.now, conflicts: conflicts.map(({ field }) => ({ field, theirs: masked(field, before) })) };
  });
}
