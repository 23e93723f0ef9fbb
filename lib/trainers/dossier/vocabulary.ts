/**
 * Blocks of the administrative file (EI-60): each is asked for, sent, judged and dated by itself. Address, phones, status
 * and employer are fields of the profile, changed here by who has a registration number.
 */
export const dossierBlocks = [
  "address",
  "phones",
  "identity",
  "social_security",
  "status",
  "contract",
  "retirement",
  "honour",
  "order",
  "employer",
  "bank",
  "diploma",
] as const;
export type DossierBlock = (typeof dossierBlocks)[number];

export const blockLabels = {
  address: "Adresse personnelle",
  phones: "Numéros de téléphone",
  identity: "Document d’identité",
  social_security: "Attestation / carte vitale",
  status: "Statut et position",
  contract: "Contrat de travail ou attestation de l’employeur",
  retirement: "Titre, bulletin, brevet de pension ou arrêté de mise à la retraite",
  honour: "Attestation sur l’honneur",
  order: "Dernier arrêté de situation (secteur public)",
  employer: "Employeur",
  bank: "Informations bancaires",
  diploma: "Diplôme",
} as const satisfies Record<DossierBlock, string>;

/** The blocks as the history names them (EI-65): all that the status asks for is one. */
export const historyLabels = {
  ...blockLabels,
  status: "Statut et obligations",
  contract: "Statut et obligations : contrat de travail ou attestation de l’employeur",
  retirement: "Statut et obligations : titre de pension ou arrêté de mise à la retraite",
  honour: "Statut et obligations : attestation sur l’honneur",
  order: "Statut et obligations : dernier arrêté de situation",
  employer: "Statut et obligations : employeur",
} as const satisfies Record<DossierBlock, string>;

/** Where a file of a block goes: one file each. */
export const dossierSlots = [
  "identity_front",
  "identity_back",
  "social_security",
  "contract",
  "retirement",
  "honour",
  "order",
  "bank",
  "diploma",
] as const;
export type DossierSlot = (typeof dossierSlots)[number];

/** Where one sending of a block is. Never more than one waiting, nor more than one validated, of a block. */
export const versionStates = ["waiting", "validated", "refused", "withdrawn", "replaced"] as const;
export type VersionState = (typeof versionStates)[number];
export const versionStateLabels = {
  waiting: "À vérifier",
  validated: "Validé",
  refused: "Refusé",
  withdrawn: "Remplacé avant d’être vérifié",
  replaced: "Remplacé par un envoi plus récent",
} as const satisfies Record<VersionState, string>;

/** How a version came. */
export const versionOrigins = ["sent", "unchanged", "signed"] as const;
export type VersionOrigin = (typeof versionOrigins)[number];

/** Lines of a version's history; only added. "approved": first of the two who must agree (EI-106). */
export const reviewDecisions = ["approved", "validated", "refused", "undone"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** What a member of staff looked at (EI-98). */
export const lookKinds = ["dossier", "piece", "nir", "iban"] as const;
export type LookKind = (typeof lookKinds)[number];
export const lookLabels = {
  dossier: "Votre dossier",
  piece: "Une pièce",
  nir: "Votre numéro de sécurité sociale",
  iban: "Vos coordonnées bancaires",
} as const satisfies Record<LookKind, string>;

/** Where a piece of the file stands, derived from its versions and its date (EI-67). */
export const pieceStates = ["missing", "waiting", "valid", "expiring", "expired", "refused", "not_concerned"] as const;
export type PieceState = (typeof pieceStates)[number];
export const pieceStateLabels = {
  missing: "Manquant",
  waiting: "En cours de vérification",
  valid: "Validé",
  expiring: "À mettre à jour bientôt",
  expired: "Plus à jour",
  refused: "Refusé",
  not_concerned: "Non demandé",
} as const satisfies Record<PieceState, string>;

/** What became of a step before the end of a piece (EI-66): told, or passed over for the next one. */
export const noticeOutcomes = ["queued", "passed"] as const;
