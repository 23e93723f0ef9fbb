/** States of a request to join the CVthèque; "correction": more information was asked (EI-41). */
export const requestStates = ["submitted", "correction", "validated", "rejected", "archived"] as const;
export type RequestState = (typeof requestStates)[number];
export const requestStateLabels = {
  submitted: "À étudier",
  correction: "Compléments demandés",
  validated: "Validée",
  rejected: "Non retenue",
  archived: "Archivée sans suite",
} as const satisfies Record<RequestState, string>;

/** Passages of a profile's life, each with its line in the history. */
export const profileEventKinds = [
  "created",
  "submitted",
  "correction_asked",
  "resubmitted",
  "validated",
  "rejected",
  "archived",
  "reopened",
  "structure_changed",
] as const;
export type ProfileEventKind = (typeof profileEventKinds)[number];

/** What a phrasing of the library is for. */
export const phrasingPurposes = ["correction", "rejection", "application", "closing", "change", "piece"] as const;
export type PhrasingPurpose = (typeof phrasingPurposes)[number];
export const phrasingPurposeLabels = {
  correction: "Demander des compléments",
  rejection: "Ne pas retenir une demande d’inscription",
  application: "Ne pas retenir une candidature",
  closing: "Clôturer une annonce",
  change: "Refuser une modification",
  piece: "Refuser une pièce du dossier administratif",
} as const satisfies Record<PhrasingPurpose, string>;
