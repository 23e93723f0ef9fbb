import { structureKindLabels, structureKinds } from "../vocabulary";
import type { ReferenceList } from "./vocabulary";

export interface ReferenceField {
  readonly name: string;
  /** Label of the field, and first line of the CSV file. */
  readonly label: string;
  readonly kind: "line" | "area" | "phone" | "mail" | "choice" | "box" | "regions";
  readonly required?: true;
  readonly hint?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

const name: ReferenceField = { name: "name", label: "Nom", kind: "line", required: true };
const place: readonly ReferenceField[] = [
  { name: "postcode", label: "Code postal", kind: "line", required: true },
  { name: "city", label: "Ville", kind: "line", required: true },
];

/** What is written of a line of each list; the first field is its key, which never changes. */
export const referenceFields = {
  structures: [
    { name: "code", label: "Code", kind: "line", required: true, hint: "Trois chiffres : le début du numéro de ses annonces." },
    name,
    {
      name: "kind",
      label: "Sorte",
      kind: "choice",
      required: true,
      choices: structureKinds.map((value) => ({ value, label: structureKindLabels[value] })),
    },
    { name: "street", label: "Adresse", kind: "line", required: true, hint: "Numéro et voie." },
    ...place,
    { name: "phone", label: "Téléphone", kind: "phone", required: true },
    { name: "address", label: "Courriel", kind: "mail", required: true },
    { name: "regionCodes", label: "Régions", kind: "regions", hint: "Celles qu’elle sert." },
    { name: "access", label: "Accès", kind: "area", hint: "Comment y venir, en quelques mots." },
    { name: "messagingOpen", label: "Messagerie ouverte", kind: "box", hint: "Les intervenants peuvent lui écrire depuis leur espace." },
  ],
  specialties: [{ name: "code", label: "Code", kind: "line", required: true, hint: "Une lettre et un chiffre. Ex. : A2" }, name],
  subSpecialties: [
    { name: "code", label: "Code", kind: "line", required: true, hint: "Le code de sa spécialité, suivi d’une lettre. Ex. : A2C" },
    name,
  ],
  employers: [
    { name: "siret", label: "SIRET", kind: "line", required: true, hint: "Quatorze chiffres." },
    name,
    { name: "street", label: "Adresse", kind: "line", hint: "Numéro et voie." },
    ...place,
    { name: "phone", label: "Téléphone", kind: "phone" },
  ],
  trainingTypes: [
    { name: "code", label: "Code", kind: "line", required: true, hint: "Quelques lettres minuscules, sans accent. Ex. : tutorat" },
    name,
  ],
} as const satisfies Record<ReferenceList, readonly ReferenceField[]>;

export const fieldsOf = (list: ReferenceList): readonly ReferenceField[] => referenceFields[list];
export const keyFieldOf = (list: ReferenceList): ReferenceField => referenceFields[list][0];

/** The column of files that says whether a line is still proposed. */
export const activeField: ReferenceField = { name: "active", label: "En service", kind: "box" };
