import type { DocumentKey } from "../vocabulary";

export interface DocumentFacts {
  /** Its place in the address. */
  readonly slug: string;
  readonly label: string;
  /** What one finds in it, under its link. */
  readonly purpose: string;
  /** Its versions are written in Gestion; else they come with the application. */
  readonly written: boolean;
}

/** The documents of the portal, in the order in which they are listed. */
export const documents = {
  user_guide: {
    slug: "mode-d-emploi",
    label: "Le mode d’emploi de l’Espace Intervenants",
    purpose: "Créer son compte, remplir son CV, répondre aux annonces, tenir son dossier : pas à pas.",
    written: true,
  },
  tutorials: {
    slug: "tutoriels",
    label: "Les tutoriels",
    purpose: "Chaque geste en quelques étapes, du compte au dossier administratif.",
    written: true,
  },
  charter: {
    slug: "charte-des-intervenants",
    label: "La charte des intervenants",
    purpose: "Les valeurs et les engagements que l’établissement et ses intervenants partagent.",
    written: true,
  },
  employment_conditions: {
    slug: "conditions-de-recrutement-et-d-emploi",
    label: "Les conditions générales de recrutement et d’emploi des intervenants",
    purpose: "Statut, engagement, rémunération, frais et protection sociale.",
    written: true,
  },
  honor_statement_model: {
    slug: "attestation-sur-l-honneur",
    label: "Modèles d’attestations sur l’honneur",
    purpose: "À recopier ou à imprimer, selon votre situation.",
    written: true,
  },
  travel_expenses: {
    slug: "frais-de-deplacement",
    label: "Formulaire de frais de déplacement",
    purpose: "Ce qui est remboursé, et la demande à remplir.",
    written: true,
  },
  legal_notices: {
    slug: "mentions-legales",
    label: "Mentions légales de l’Espace Intervenants",
    purpose: "Éditeur, données personnelles, cookies.",
    written: true,
  },
  intervenants_terms: {
    slug: "conditions-generales-d-utilisation",
    label: "Conditions générales d’utilisation de l’Espace Intervenants",
    purpose: "Ce que l’on accepte à la première entrée.",
    written: false,
  },
} as const satisfies Record<DocumentKey, DocumentFacts>;

export const documentFacts = (key: DocumentKey): DocumentFacts => documents[key];
