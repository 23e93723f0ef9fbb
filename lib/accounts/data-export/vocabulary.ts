import type { DataSection } from "./read-my-data";

/** What each part of the download holds, in its order. */
export const sectionLabels = {
  identity: "Identité et compte",
  addresses: "Adresses électroniques",
  passwords: "Dates de vos mots de passe",
  factors: "Seconds facteurs",
  roles: "Rôles",
  consents: "Autorisations données aux applications",
  terms: "Conditions acceptées",
  sessions: "Sessions",
  links: "Liens envoyés par courriel",
  files: "Fichiers",
  mails: "Courriels envoyés",
  activity: "Journal de votre activité",
} as const satisfies Record<DataSection, string>;
