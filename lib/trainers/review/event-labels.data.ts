import type { ProfileEventKind } from "./vocabulary";

/** The passages of a profile, as its history names them. */
export const profileEventLabels = {
  created: "Profil commencé",
  submitted: "Demande transmise",
  correction_asked: "Compléments demandés",
  resubmitted: "Demande complétée et transmise à nouveau",
  validated: "Demande validée",
  rejected: "Demande non retenue",
  archived: "Profil archivé",
  reopened: "Profil réactivé",
  structure_changed: "Structure de rattachement changée",
} as const satisfies Record<ProfileEventKind, string>;
