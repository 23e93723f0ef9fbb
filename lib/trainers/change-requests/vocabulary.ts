/** States of a demand to change a locked field (EI-99). */
export const changeStates = ["open", "accepted", "refused", "cancelled"] as const;
export type ChangeState = (typeof changeStates)[number];
export const changeStateLabels = {
  open: "À étudier",
  accepted: "Acceptée",
  refused: "Refusée",
  cancelled: "Annulée",
} as const satisfies Record<ChangeState, string>;
