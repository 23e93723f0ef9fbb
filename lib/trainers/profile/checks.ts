import { validate as validateSiret } from "stdnum/lib/cjs/fr/siret.js";
import { mailAddress } from "@/lib/accounts/addresses/schemas";
import { bornOnRefusal } from "@/lib/accounts/identity/rules";
import { internationalPhone } from "@/lib/accounts/phone/rules";
import { personName, typedDay } from "@/lib/core/fields";
import type { BlockSpec, FieldSpec } from "./field-spec";
import { isRequired, isShown, type ListedChoice, listOf, type Lists, textOf } from "./rules";
import type { Answers } from "./vocabulary";

export interface Judging {
  readonly lists: Lists;
  readonly now: Date;
}

/** What is wrong with one answer that was given; null when nothing is. Written for the person. */
function wrongAnswer(spec: FieldSpec, answers: Answers, { lists, now }: Judging): string | null {
  const typed = textOf(answers, spec.name);
  const max = spec.max ?? 4000;
  if (typed.length > max) return `${max} caractères au maximum : il y en a ${typed.length}.`;
  const check = kindChecks[spec.kind];
  return check?.(typed, spec, answers, { lists, now }) ?? spec.check?.(typed, answers) ?? null;
}

type Check = (typed: string, spec: FieldSpec, answers: Answers, judging: Judging) => string | null;

const names = new Set(["birthName", "lastName", "firstName"]);
const knownChoices = (spec: FieldSpec, lists: Lists): readonly ListedChoice[] =>
  spec.choices ?? (spec.source === undefined ? [] : (lists[spec.source] ?? []));

const oneOf: Check = (typed, spec, _answers, { lists }) =>
  knownChoices(spec, lists).some(({ value }) => value === typed) ? null : "Ce choix n’est plus proposé : choisissez-en un autre.";

const someOf: Check = (_typed, spec, answers, { lists }) => {
  const known = new Set(knownChoices(spec, lists).map(({ value }) => value));
  return listOf(answers, spec.name).every((value) => known.has(value)) ? null : "L’un de ces choix n’est plus proposé : décochez-le.";
};

const country = (field: string, answers: Answers) => {
  const name = field.startsWith("employer") ? "employerCountry" : field.startsWith("office") ? "officeCountry" : "country";
  return textOf(answers, name) || "FR";
};

const kindChecks: Readonly<Partial<Record<FieldSpec["kind"], Check>>> = {
  text: (typed, { name }) => {
    if (!names.has(name)) return null;
    const parsed = personName("").safeParse(typed);
    return parsed.success ? null : (parsed.error.issues[0]?.message ?? "Ce nom ne peut pas être enregistré.");
  },
  radio: oneOf,
  select: (typed, spec, answers, judging) => {
    const refused = oneOf(typed, spec, answers, judging);
    if (refused !== null || spec.name !== "subSpecialty") return refused;
    const found = judging.lists.subSpecialties?.find(({ value }) => value === typed);
    return found?.parent === textOf(answers, "specialty") ? null : "Cette sous-spécialité n’est pas de la spécialité choisie.";
  },
  boxes: someOf,
  date: (typed, { name }, _answers, { now }) => {
    const parsed = typedDay().safeParse(typed);
    if (!parsed.success) return parsed.error.issues[0]?.message ?? "Cette date n’existe pas.";
    return name === "bornOn" ? bornOnRefusal(parsed.data, now) : null;
  },
  phone: (typed) =>
    internationalPhone(typed) === null
      ? "Ce numéro n’est pas valable. Exemples : 06 12 34 56 78, ou +32 470 12 34 56 pour un numéro étranger."
      : null,
  postcode: (typed, { name }, answers) =>
    country(name, answers) !== "FR" || /^\d{5}$/u.test(typed.replace(/\s/gu, ""))
      ? null
      : "Un code postal français a 5 chiffres. Ex. : 67000",
  siret: siretRefusal,
  mail: (typed) => (mailAddress().safeParse(typed).success ? null : "Cette adresse n’est pas valable. Ex. : prenom.nom@exemple.fr"),
  year: yearRefusal,
  links: (typed) =>
    typed
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .every((line) => URL.canParse(line) && /^https?:\/\/[^\s.]+\.\S+$/u.test(line))
      ? null
      : "Une adresse par ligne, qui commence par https://",
};

/** 14 digits that check, La Poste by its own rule. */
function siretRefusal(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/gu, "");
  if (!/^\d{14}$/u.test(digits)) return `Un SIRET a 14 chiffres : il y en a ${digits.replace(/\D/gu, "").length}.`;
  return validateSiret(digits).isValid ? null : "Ce SIRET n’existe pas : vérifiez chaque chiffre, par exemple sur une fiche de paie.";
}

/** Years in words of one's own: "2019", "2012-2015", "depuis 2020"; in order, and neither of another century nor far ahead. */
function yearRefusal(typed: string, _spec: FieldSpec, _answers: Answers, { now }: Judging): string | null {
  const years = [...typed.matchAll(/\d{4}/gu)].map(([year]) => Number(year));
  if (years.length === 0) return "Indiquez une année sur 4 chiffres. Ex. : 2019, ou 2012-2015";
  const latest = now.getUTCFullYear() + 5;
  if (years.some((year) => year < 1930 || year > latest)) return `Cette année n’est pas possible : entre 1930 et ${latest}.`;
  return years.every((year, index) => index === 0 || year >= (years[index - 1] ?? 0)) ? null : "La fin ne peut pas précéder le début.";
}

const missingOf = ({ missing, kind }: FieldSpec): string =>
  missing ??
  (kind === "radio" || kind === "select"
    ? "Choisissez une réponse."
    : kind === "boxes"
      ? "Choisissez au moins une réponse."
      : "Ce champ est obligatoire.");

/** What is missing or wrong in a field that is shown; null when nothing is. */
export function problemOf(spec: FieldSpec, answers: Answers, judging: Judging): string | null {
  if (!isShown(spec, answers)) return null;
  const answered = spec.kind === "boxes" ? listOf(answers, spec.name).length > 0 : textOf(answers, spec.name) !== "";
  if (!answered) return isRequired(spec, answers) ? missingOf(spec) : null;
  return wrongAnswer(spec, answers, judging);
}

export interface Problem {
  readonly field: string;
  readonly label: string;
  readonly message: string;
}

/** Every problem of some fields, in their order. */
export function problemsOf(fields: readonly FieldSpec[], answers: Answers, judging: Judging): readonly Problem[] {
  return fields.flatMap((spec) => {
    const message = problemOf(spec, answers, judging);
    return message === null ? [] : [{ field: spec.name, label: spec.label, message }];
  });
}

/** The same for a block; a block that is not shown asks for nothing. */
export const blockProblems = (block: BlockSpec, answers: Answers, judging: Judging): readonly Problem[] =>
  isShown(block, answers) ? problemsOf(block.fields, answers, judging) : [];
