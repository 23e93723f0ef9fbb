import type { Difference, FieldChange, Values } from "./local-copy";

export type SaveState =
  | { readonly step: "quiet" }
  | { readonly step: "waiting" | "saving" }
  | { readonly step: "saved"; readonly at: string }
  | { readonly step: "offline" | "signed_out"; /** A copy stays on this device. */ readonly kept: boolean }
  | { readonly step: "refused"; readonly message: string };

interface Elsewhere {
  readonly field: string;
  readonly theirs: string | readonly string[];
}
export type SaveAnswer =
  | { readonly kind: "saved"; /** "14:02" */ readonly at: string; readonly conflicts: readonly Elsewhere[] }
  | { readonly kind: "unreachable" | "signed_out" }
  | { readonly kind: "refused"; readonly message: string };

/** What the server has after it took some changes and held others back, and what was held back. */
export function afterSaving(saved: Values, changes: readonly FieldChange[], conflicts: readonly Elsewhere[]) {
  const lost: readonly Difference[] = conflicts.map(({ field, theirs }) => ({
    field,
    theirs,
    mine: changes.find((change) => change.field === field)?.to ?? "",
  }));
  const taken = changes.filter(({ field }) => !lost.some((conflict) => conflict.field === field));
  const known: Values = {
    ...saved,
    ...Object.fromEntries(taken.map(({ field, to }) => [field, to])),
    ...Object.fromEntries(lost.map(({ field, theirs }) => [field, theirs])),
  };
  return { known, lost };
}
