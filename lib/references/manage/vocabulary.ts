/** The lists that the national administrator edits (AD-09). */
export const referenceLists = ["structures", "specialties", "subSpecialties", "employers", "trainingTypes"] as const;
export type ReferenceList = (typeof referenceLists)[number];

/** In addresses and in the names of files. */
export const listSlugs = {
  structures: "structures",
  specialties: "specialites",
  subSpecialties: "sous-specialites",
  employers: "employeurs",
  trainingTypes: "natures-de-formation",
} as const satisfies Record<ReferenceList, string>;

export const listOfSlug = (slug: string): ReferenceList | null => referenceLists.find((list) => listSlugs[list] === slug) ?? null;

interface ListWords {
  readonly title: string;
  readonly one: string;
  readonly many: string;
  /** "Ajouter une structure" */
  readonly add: string;
  /** What the list is for. */
  readonly lead: string;
}

export const listWords = {
  structures: {
    title: "Structures",
    one: "structure",
    many: "structures",
    add: "Ajouter une structure",
    lead: "Siège, délégations et instituts : leurs coordonnées, les régions qu’ils servent, et si les intervenants peuvent leur écrire.",
  },
  specialties: {
    title: "Spécialités",
    one: "spécialité",
    many: "spécialités",
    add: "Ajouter une spécialité",
    lead: "Les domaines des annonces et des CV. Chacune a ses sous-spécialités.",
  },
  subSpecialties: {
    title: "Sous-spécialités",
    one: "sous-spécialité",
    many: "sous-spécialités",
    add: "Ajouter une sous-spécialité",
    lead: "Le code d’une sous-spécialité est celui de sa spécialité, suivi d’une lettre.",
  },
  employers: {
    title: "Employeurs publics",
    one: "employeur",
    many: "employeurs",
    add: "Ajouter un employeur",
    lead: "Proposés aux intervenants pendant qu’ils saisissent le nom ou le SIRET de leur employeur.",
  },
  trainingTypes: {
    title: "Natures de formation",
    one: "nature de formation",
    many: "natures de formation",
    add: "Ajouter une nature de formation",
    lead: "Les natures de formation qu’un intervenant peut souhaiter dans son CV.",
  },
} as const satisfies Record<ReferenceList, ListWords>;
