import type { DataSection } from "./read-my-data";

/** A page to read, or a file for another service; each may be taken once a day. */
export const dataFormats = ["page", "json"] as const;
export type DataFormat = (typeof dataFormats)[number];
export const isDataFormat = (text: string | null): text is DataFormat => dataFormats.some((format) => format === text);

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
  trainer: "Espace Intervenants : profil, demandes et candidatures",
  searches: "Recherches enregistrées",
  activity: "Journal de votre activité",
} as const satisfies Record<DataSection, string>;
