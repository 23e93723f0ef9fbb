/** Of why a dossier is opened, in characters. */
export const reasonLimit = 500;
/** Of why a piece is refused (lib/trainers/dossier/schemas.ts). */
export const refusalLimit = 2000;
/** How long a decision can be taken back. */
export const undoMinutes = 10;
/** Of a change of IBAN, to whoever gave the first of two agreements (EI-106). */
export const firstAgreement = "Premier accord donné : une autre personne doit donner le sien, une fois le délai passé.";
/** Pieces decided at once, at most. */
export const mostAtOnce = 500;

/** Changes of IBAN that wait for their first or second agreement (EI-106). */
export const secondFilters = ["premier", "second"] as const;
export type SecondFilter = (typeof secondFilters)[number];
export const secondFilterLabels = {
  premier: "Changement d’IBAN : premier accord",
  second: "Changement d’IBAN : second accord",
} as const satisfies Record<SecondFilter, string>;

export const completenessFilters = ["complet", "bientot", "incomplet"] as const;
export type CompletenessFilter = (typeof completenessFilters)[number];
export const completenessLabels = {
  complet: "Complets",
  bientot: "Bientôt incomplets",
  incomplet: "Incomplets",
} as const satisfies Record<CompletenessFilter, string>;
