/** Texts of the samples: believable, never filler. */
export const regions = [
  { value: "84", label: "Auvergne-Rhône-Alpes" },
  { value: "27", label: "Bourgogne-Franche-Comté" },
  { value: "53", label: "Bretagne" },
  { value: "44", label: "Grand Est" },
  {
    label: "Outre-mer",
    options: [
      { value: "01", label: "Guadeloupe" },
      { value: "04", label: "La Réunion" },
    ],
  },
];

export const statuses = [
  { value: "agent", label: "Agent public", hint: "Fonctionnaire ou contractuel, en poste ou en disponibilité." },
  { value: "independant", label: "Travailleur indépendant", hint: "Avec un numéro SIRET." },
  { value: "retraite", label: "Retraité" },
];

export const passwordRules = [
  { id: "longueur", label: "12 caractères ou plus", test: (value: string) => value.length >= 12 },
  { id: "casse", label: "Une majuscule et une minuscule", test: (value: string) => /\p{Lu}/u.test(value) && /\p{Ll}/u.test(value) },
  { id: "chiffre", label: "Un chiffre", test: (value: string) => /\d/.test(value) },
];

export const communes = [
  { id: "94016", label: "Cachan", detail: "94230, Val-de-Marne" },
  { id: "46042", label: "Cahors", detail: "46000, Lot" },
  { id: "62193", label: "Calais", detail: "62100, Pas-de-Calais" },
  { id: "54395", label: "Nancy", detail: "54000, Meurthe-et-Moselle" },
  { id: "44109", label: "Nantes", detail: "44000, Loire-Atlantique" },
];

export type SamplePerson = {
  id: string;
  name: string;
  email: string;
  structure: string;
  pieces: number;
  state: "active" | "waiting" | "closed";
};

export const people: readonly SamplePerson[] = [
  { id: "1", name: "Claire Martin", email: "claire.martin@exemple.fr", structure: "Délégation Grand Est", pieces: 8, state: "active" },
  {
    id: "2",
    name: "Jean-Baptiste de La Tour d’Auvergne-Lauraguais",
    email: "jean-baptiste.delatour@agglomeration-pays-basque.exemple.fr",
    structure: "Institut d’Angers",
    pieces: 12,
    state: "waiting",
  },
  { id: "3", name: "Aïssatou Diallo", email: "a.diallo@exemple.fr", structure: "Délégation Île-de-France", pieces: 3, state: "closed" },
];
