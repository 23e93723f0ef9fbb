import type { Answers, LineKind } from "../profile/vocabulary";

/** Everything that a whole profile answers, as it is typed; `furnish` gives what it points at. */
export const wholeAnswers = (homeStructure: string): Answers => ({
  civility: "mme",
  birthName: "Martin",
  lastName: "Durand",
  firstName: "Camille",
  bornOn: "17/09/1985",
  nationality: "FR",
  street: "16 avenue Mozart",
  country: "FR",
  postcode: "67000",
  city: "Strasbourg",
  personalPhone: "06 12 34 56 78",
  status: "none",
  withoutWork: "unemployed",
  regions: ["44"],
  homeStructure,
  trained: "no",
  motivation: "Transmettre ce que vingt ans de métier m’ont appris.",
});

export const wholeLines: readonly { readonly kind: LineKind; readonly answers: Answers }[] = [
  { kind: "specialty", answers: { specialty: "A3", subSpecialty: "A3A", expertise: "Budget communal", motivation: "" } },
  {
    kind: "work",
    answers: {
      employer: "Commune de Sélestat",
      jobTitle: "Directrice financière",
      period: "2005-2025",
      missions: "Comptabilité et marchés",
    },
  },
];
