import type { SessionEnd } from "@/lib/accounts/sessions/vocabulary";

/** People on one page of the list. */
export const peoplePageSize = 50;

/** Whether a person can sign in; a closed account is no longer shown. */
export const personStates = ["active", "blocked"] as const;
export type PersonState = (typeof personStates)[number];

export const personStateLabels = { active: "Actif", blocked: "Bloqué" } as const satisfies Record<PersonState, string>;

/** How a session ended, as the page of a person tells it. */
export const sessionEndLabels = {
  signed_out: "déconnexion",
  revoked: "session terminée à distance",
  password_changed: "terminée par le changement de mot de passe",
  password_reset: "terminée par le choix d’un nouveau mot de passe",
  blocked: "terminée par le blocage du compte",
  expired: "session expirée",
  role_changed: "terminée par un changement de rôle",
  account_closed: "terminée par la fermeture du compte",
} as const satisfies Record<SessionEnd, string>;
