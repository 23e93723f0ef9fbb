/** States of an application to an ad (candidature, EI-14); "waiting": kept until the profile is validated (EI-13). */
export const applicationStates = ["waiting", "sent", "studied", "not_retained", "withdrawn"] as const;
export type ApplicationState = (typeof applicationStates)[number];
/** Those that a structure has received. */
export const receivedStates = ["sent", "studied", "not_retained", "withdrawn"] as const satisfies readonly ApplicationState[];
export const applicationStateLabels = {
  waiting: "En attente de la validation de votre profil",
  sent: "Envoyée",
  studied: "Étudiée",
  not_retained: "Non retenue",
  withdrawn: "Retirée",
} as const satisfies Record<ApplicationState, string>;
