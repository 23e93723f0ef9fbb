import { educationLevels, languageLevels, trainingNatures } from "./choices.data";
import type { FieldSpec } from "./field-spec";
import { textOf } from "./rules";
import type { LineKind } from "./vocabulary";

export interface LineTable {
  readonly title: string;
  readonly help?: string;
  /** "Ajouter une expérience professionnelle" */
  readonly addLabel: string;
  /** One of them, in a sentence: "cette expérience". */
  readonly noun: string;
  readonly fields: readonly FieldSpec[];
  /** Fields shown in the table, in order. */
  readonly columns: readonly string[];
  /** A diploma may be joined (EI-30). */
  readonly withFile?: true;
}

/** Lines that a person may write in one table; nobody reads more. */
export const mostLines = 200;

const year = { kind: "year", max: 20, hint: "Ex. : 2019, ou 2012-2015" } as const;

/** The tables of "Mon parcours" (EI-27 to EI-29), one screen per line. */
export const lineTables = {
  specialty: {
    title: "Spécialités de formation",
    help: "Dans quelles spécialités souhaitez-vous intervenir ? Les annonces et les gestionnaires vous trouvent par elles.",
    addLabel: "Ajouter une spécialité",
    noun: "cette spécialité",
    fields: [
      { name: "specialty", label: "Spécialité", kind: "select", source: "specialties", required: true },
      {
        name: "subSpecialty",
        label: "Sous-spécialité",
        kind: "select",
        source: "subSpecialties",
        hint: "Les sous-spécialités de la spécialité choisie.",
        shown: (answers) => textOf(answers, "specialty") !== "",
      },
      { name: "expertise", label: "Expertise en", kind: "text", max: 300 },
      { name: "motivation", label: "Observations et motivation", kind: "area", max: 2000 },
    ],
    columns: ["specialty", "subSpecialty", "expertise", "motivation"],
  },
  experience: {
    title: "Formations que vous avez animées",
    addLabel: "Ajouter une expérience de formation",
    noun: "cette expérience",
    fields: [
      { name: "context", label: "Contexte", kind: "text", max: 300 },
      { name: "label", label: "Libellé de la formation", kind: "text", max: 300, required: true },
      { name: "audience", label: "Public", kind: "text", max: 300 },
      { name: "years", label: "Années", ...year },
      { name: "duration", label: "Durée", kind: "text", max: 100, hint: "Ex. : 3 jours" },
      { name: "organisations", label: "Organismes", kind: "text", max: 300, required: true },
    ],
    columns: ["label", "context", "audience", "years", "duration", "organisations"],
  },
  practice: {
    title: "Actions de professionnalisation de formateur",
    help: "Ce que vous avez suivi pour apprendre à former.",
    addLabel: "Ajouter une action de professionnalisation",
    noun: "cette action",
    fields: [
      { name: "label", label: "Libellé de l’action", kind: "text", max: 300, required: true },
      { name: "organisation", label: "Organisme", kind: "text", max: 300 },
      { name: "duration", label: "Durée", kind: "text", max: 100, hint: "Ex. : 3 jours" },
      { name: "year", label: "Année", ...year },
    ],
    columns: ["label", "organisation", "duration", "year"],
  },
  work: {
    title: "Expériences professionnelles",
    help: "Au moins une.",
    addLabel: "Ajouter une expérience professionnelle",
    noun: "cette expérience",
    fields: [
      { name: "employer", label: "Employeur", kind: "text", max: 300, required: true },
      { name: "jobTitle", label: "Fonction", kind: "text", max: 300, required: true },
      { name: "period", label: "Période", kind: "text", max: 100, required: true, hint: "Ex. : 2012-2019, ou depuis 2020" },
      { name: "missions", label: "Missions", kind: "area", max: 4000 },
      { name: "remarks", label: "Responsabilités, observations", kind: "area", max: 4000 },
    ],
    columns: ["employer", "jobTitle", "period", "missions", "remarks"],
  },
  training: {
    title: "Formations professionnelles suivies",
    help: "En lien avec votre candidature.",
    addLabel: "Ajouter une formation suivie",
    noun: "cette formation",
    fields: [
      { name: "nature", label: "Nature de la formation", kind: "select", choices: trainingNatures, required: true },
      { name: "label", label: "Libellé de la formation", kind: "text", max: 300, required: true },
      { name: "organisation", label: "Organisme ou institution", kind: "text", max: 300 },
      { name: "duration", label: "Durée", kind: "text", max: 100, hint: "Ex. : 3 jours" },
      { name: "year", label: "Année", ...year },
    ],
    columns: ["nature", "label", "organisation", "duration", "year"],
  },
  education: {
    title: "Formations initiales (scolaires, universitaires)",
    help: "Vous pouvez y joindre vos diplômes.",
    addLabel: "Ajouter une formation initiale",
    noun: "cette formation",
    fields: [
      { name: "level", label: "Niveau scolaire", kind: "select", choices: educationLevels, required: true },
      { name: "year", label: "Année", ...year },
      { name: "organisation", label: "Organisme", kind: "text", max: 300 },
      { name: "diploma", label: "Titre du diplôme ou de la qualification", kind: "text", max: 300, required: true },
    ],
    columns: ["level", "diploma", "organisation", "year"],
    withFile: true,
  },
  language: {
    title: "Langues étrangères et régionales",
    help: "Votre maîtrise de certaines langues peut répondre à des besoins.",
    addLabel: "Ajouter une langue",
    noun: "cette langue",
    fields: [
      { name: "language", label: "Langue", kind: "text", max: 60, required: true },
      { name: "conversation", label: "Conversation", kind: "select", choices: languageLevels },
      { name: "teaching", label: "Animation", kind: "select", choices: languageLevels },
      { name: "writing", label: "Rédaction", kind: "select", choices: languageLevels },
    ],
    columns: ["language", "conversation", "teaching", "writing"],
  },
} as const satisfies Record<LineKind, LineTable>;

export const lineTableOf = (kind: LineKind): LineTable => lineTables[kind];
