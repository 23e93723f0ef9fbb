import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { dataScopeLabels, isApplicationId } from "@/lib/accounts/applications/vocabulary";
import { passwordRules } from "@/lib/accounts/passwords/rules";
import { sessionEndLabels } from "@/lib/accounts/people/vocabulary";
import { civilityLabels } from "@/lib/accounts/registration/vocabulary";
import { roleLabels } from "@/lib/accounts/roles/vocabulary";
import { describeDetails } from "@/lib/audit/describe-line";
import { longDateAndTime, longDay, number } from "@/lib/core/format";
import {
  answerTerms,
  answerWords,
  blockWords,
  decisionWords,
  lookWords,
  noticeWords,
  slotWords,
  versionStateWords,
} from "./dossier-words.data";

type Words = Readonly<Record<string, string>>;

const consentWords: Words = {
  always: "toujours",
  once: "cette session seulement",
  refused: "refusée",
  withdrawn: "retirée par vous",
  unused: "terminée faute d’usage",
  replaced: "remplacée par une autre",
  account_closed: "compte fermé",
};
const linkWords: Words = {
  confirm_registration: "confirmer l’inscription",
  reset_password: "choisir un nouveau mot de passe",
  prove_secondary: "confirmer l’adresse secondaire",
  change_main: "confirmer la nouvelle adresse principale",
  undo_change: "annuler un changement d’adresse",
};
const ruleWords: Words = Object.fromEntries(Object.entries(passwordRules).map(([id, { label }]) => [id, label]));

/** Codes of the database, by column: what each is called on screen. */
const wordsByColumn: Readonly<Record<string, Words>> = {
  Civilité: civilityLabels,
  "Règles que le mot de passe respecte": ruleWords,
  Genre: { main: "principale", secondary: "secondaire" },
  Rôle: roleLabels,
  Données: dataScopeLabels,
  Choix: consentWords,
  Motif: { ...consentWords, ...sessionEndLabels },
  Objet: linkWords,
  Usage: {
    account_picture: "photo du compte",
    ad_attachment: "fichier d’une annonce",
    trainer_cv: "CV",
    trainer_diploma: "diplôme",
    change_proof: "justificatif d’une modification",
    dossier_piece: "pièce du dossier administratif",
  },
  Bloc: blockWords,
  Emplacement: slotWords,
  "État de l’envoi": versionStateWords,
  Décision: decisionWords,
  "Ce qui a été vu": lookWords,
  Suite: noticeWords,
  ...answerWords,
};
/** Columns that hold what a form asks and receives; objects elsewhere are facts of the log. */
const formColumns: ReadonlySet<string> = new Set([
  "Réponses",
  "Saisi et pas encore transmis",
  "Documents",
  "Documents du formulaire",
  "Décisions",
]);
const regions = new Intl.DisplayNames("fr", { type: "region" });

/** A value as a person reads it: dates and numbers in French, codes in words, nothing as a dash. */
export function readable(column: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  if (value instanceof Date) return longDateAndTime(value);
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) return value.length === 0 ? "—" : value.map((item) => readable(column, item)).join("\u00A0; ");
  if (typeof value === "string") return wordOf(column, value);
  const details = value as Readonly<Record<string, unknown>>;
  const facts = formColumns.has(column) ? describeForm(details) : describeDetails(details);
  return facts.length === 0 ? "—" : facts.map(({ term, value: fact }) => `${term} : ${fact}`).join(" ; ");
}

/** What was asked and what is said of it, without what was left empty. */
const describeForm = (details: Readonly<Record<string, unknown>>) =>
  Object.entries(details)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => ({ term: answerTerms[name] ?? name, value: readable(name, value) }));

function wordOf(column: string, value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return longDay(value);
  if (column === "Application" && isApplicationId(value)) return applicationOf(value).name;
  if (/country$/iu.test(column) && /^[A-Z]{2}$/u.test(value)) return regions.of(value) ?? value;
  const words = wordsByColumn[column];
  return words !== undefined && Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
