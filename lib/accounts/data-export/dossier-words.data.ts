/**
 * Words of the administrative file for the readable download and the audit log. The platform may not ask the product for
 * them: lib/trainers/dossier/dossier-in-download.db.test.ts proves that they are those of the pages.
 */
export const blockWords = {
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
} as const;

export const slotWords = {
  identity_front: "Document d’identité : recto",
  identity_back: "Document d’identité : verso",
  social_security: "Attestation ou carte vitale",
  contract: "Contrat de travail ou attestation de l’employeur",
  retirement: "Titre, bulletin, brevet de pension ou arrêté",
  honour: "Attestation sur l’honneur",
  order: "Dernier arrêté de situation",
  bank: "RIB ou attestation bancaire",
  diploma: "Diplôme",
} as const;

export const versionStateWords = {
  waiting: "À vérifier",
  validated: "Validé",
  refused: "Refusé",
  withdrawn: "Remplacé avant d’être vérifié",
  replaced: "Remplacé par un envoi plus récent",
} as const;

export const decisionWords = {
  approved: "Premier accord",
  validated: "Validé",
  refused: "Refusé",
  undone: "Décision annulée",
} as const;

export const lookWords = {
  dossier: "Votre dossier",
  piece: "Une pièce",
  nir: "Votre numéro de sécurité sociale",
  iban: "Vos coordonnées bancaires",
} as const;

export const noticeWords = { queued: "annoncée par courriel", passed: "passée au profit de l’étape suivante" } as const;

/** What the fields are called, by name. */
export const answerTerms: Readonly<Record<string, string>> = {
  addressBox: "N° d’appartement ou de boîte aux lettres, étage, couloir, escalier",
  addressBuilding: "Entrée, bâtiment, immeuble",
  street: "Numéro et libellé de la voie",
  country: "Pays de résidence",
  postcode: "Code postal",
  city: "Localité",
  personalPhone: "Téléphone personnel",
  personalMobile: "Portable personnel",
  workPhone: "Téléphone professionnel",
  workMobile: "Téléphone portable professionnel",
  identityKind: "Type de document d’identité",
  documentNumber: "Numéro du document",
  nationality: "Nationalité",
  identityFrom: "Période de validité : du",
  identityUntil: "Période de validité : au",
  birthPlace: "Lieu de naissance (ville)",
  birthCountry: "Pays de naissance",
  nir: "NIR (numéro de sécurité sociale)",
  status: "Statut professionnel",
  workingTime: "Temps complet ou non complet",
  publicService: "Fonction publique",
  position: "Situation ou position",
  withoutWork: "Situation",
  jobTitle: "Fonction",
  grade: "Grade ou qualité",
  service: "Service",
  administrativePosition: "Position administrative",
  contractKind: "Type de contrat",
  contractFrom: "Période du contrat : du",
  contractUntil: "Période du contrat : au",
  retiredOn: "Date de début de retraite",
  honourDate: "Date de l’attestation",
  employerName: "Raison sociale",
  employerSiret: "N° SIRET",
  employerCountry: "Pays",
  employerStreet: "Numéro et libellé de la voie",
  employerBox: "Boîte aux lettres, étage, couloir, escalier",
  employerBuilding: "Entrée, bâtiment, immeuble",
  employerPostcode: "Code postal",
  employerCity: "Localité",
  employerPhone: "Numéro de téléphone",
  otherAddress: "Mon adresse professionnelle est différente de celle de l’employeur",
  officeCountry: "Pays (adresse professionnelle)",
  officeStreet: "Numéro et libellé de la voie (adresse professionnelle)",
  officeBox: "Boîte aux lettres, étage, couloir, escalier (adresse professionnelle)",
  officeBuilding: "Entrée, bâtiment, immeuble (adresse professionnelle)",
  officePostcode: "Code postal (adresse professionnelle)",
  officeCity: "Localité (adresse professionnelle)",
  officeMail: "Adresse électronique professionnelle",
  officePhone: "Téléphone (adresse professionnelle)",
  officeMobile: "Portable (adresse professionnelle)",
  iban: "IBAN",
  bic: "BIC",
};

/** What the choices are called, by field. */
export const answerWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  identityKind: { id_card: "Carte d’identité", passport: "Passeport", residence_permit: "Titre de séjour" },
  status: {
    civil_servant: "Fonctionnaire",
    contract_agent: "Agent non titulaire",
    self_employed: "Travailleur indépendant",
    private_employee: "Salarié du secteur privé",
    none: "Sans (sans activité ou retraité)",
  },
  workingTime: { full: "Temps complet", part: "Temps non complet" },
  publicService: {
    territorial: "Fonction publique territoriale",
    state: "Fonction publique de l’État",
    hospital: "Fonction publique hospitalière",
  },
  position: {
    active: "En activité",
    seconded: "En détachement",
    available: "En disponibilité",
    parental: "En congé parental",
    lent: "Mis ou mise à disposition",
    leave: "En congé de longue durée",
  },
  withoutWork: { unemployed: "Sans activité", retired: "À la retraite" },
  administrativePosition: {
    trainee: "Stagiaire",
    tenured: "Titulaire",
    fixed_term: "Contrat à durée déterminée",
    permanent: "Contrat à durée indéterminée",
  },
  contractKind: {
    fixed_term: "Contrat à durée déterminée",
    permanent: "Contrat à durée indéterminée",
    attestation: "Attestation de l’employeur",
    other: "Autre contrat",
  },
};
