/** Where a trainer's profile is; the request under way has its own states (lib/trainers/review/vocabulary.ts). */
export const profileStates = ["draft", "submitted", "validated", "rejected", "archived"] as const;
export type ProfileState = (typeof profileStates)[number];
export const profileStateLabels = {
  draft: "À compléter",
  submitted: "Transmis, à l’étude",
  validated: "Validé",
  rejected: "Non retenu",
  archived: "Archivé",
} as const satisfies Record<ProfileState, string>;

/** Statut professionnel (EI-24). */
export const statuses = ["civil_servant", "contract_agent", "self_employed", "private_employee", "none"] as const;
export type Status = (typeof statuses)[number];
export const statusLabels = {
  civil_servant: "Fonctionnaire",
  contract_agent: "Agent non titulaire",
  self_employed: "Travailleur indépendant",
  private_employee: "Salarié du secteur privé",
  none: "Sans (sans activité ou retraité)",
} as const satisfies Record<Status, string>;

/** Tables of lines of the CV, one screen per line (EI-27 to EI-29). */
export const lineKinds = ["specialty", "experience", "practice", "work", "training", "education", "language"] as const;
export type LineKind = (typeof lineKinds)[number];

/** What a trainer writes, as it was typed: saving never validates (EI-31). */
export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;
