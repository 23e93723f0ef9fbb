import type { FieldSpec } from "../profile/field-spec";
import { identificationBlocks } from "../profile/fields.data";
import { textOf } from "../profile/rules";
import type { Answers } from "../profile/vocabulary";
import { bicRefusal, ibanRefusal, maskBic, maskIban } from "./bank-rules";
import { maskNir, nirRefusal } from "./nir-rules";
import { blockLabels, type DossierBlock, type DossierSlot } from "./vocabulary";

export interface SlotSpec {
  readonly slot: DossierSlot;
  readonly label: string;
  readonly shown?: (answers: Answers) => boolean;
}

/** One block of the administrative file: what is asked and what for (EI-60); keptWords says how long it is kept. */
export interface DossierBlockSpec {
  readonly block: DossierBlock;
  readonly title: string;
  readonly why: string;
  readonly fields: readonly FieldSpec[];
  readonly slots: readonly SlotSpec[];
}

const profileFieldsNamed = (...names: readonly string[]): readonly FieldSpec[] =>
  identificationBlocks.flatMap(({ fields }) => fields).filter(({ name }) => names.includes(name));
const profileBlock = (id: string): readonly FieldSpec[] => identificationBlocks.find((block) => block.id === id)?.fields ?? [];

const phones = profileFieldsNamed("personalPhone", "personalMobile", "workPhone", "workMobile");
const anyPhone = (answers: Answers) => phones.some(({ name }) => textOf(answers, name) !== "");

export const identityKinds = [
  { value: "id_card", label: "Carte d’identité" },
  { value: "passport", label: "Passeport" },
  { value: "residence_permit", label: "Titre de séjour" },
] as const;
export const contractKinds = [
  { value: "fixed_term", label: "Contrat à durée déterminée" },
  { value: "permanent", label: "Contrat à durée indéterminée" },
  { value: "attestation", label: "Attestation de l’employeur" },
  { value: "other", label: "Autre contrat" },
] as const;

const isKind = (kind: string) => (answers: Answers) => textOf(answers, "identityKind") === kind;

/** Seven digits of a number are no one's business once it was verified. */
const maskNumber = (number: string) => (number === "" ? "" : `••• ${number.slice(-3)}`);

export const dossierSpecs: Readonly<Record<DossierBlock, DossierBlockSpec>> = {
  address: {
    block: "address",
    title: blockLabels.address,
    why: "Pour vos lettres de demande et vos bulletins de paie.",
    fields: profileFieldsNamed("addressBox", "addressBuilding", "street", "country", "postcode", "city"),
    slots: [],
  },
  phones: {
    block: "phones",
    title: blockLabels.phones,
    why: "Pour vous joindre avant et pendant une intervention. Un numéro suffit.",
    fields: phones.map((spec) => ({
      ...spec,
      required: (answers: Answers) => spec.name === "personalPhone" && !anyPhone(answers),
      missing: "Indiquez au moins un numéro, dans l’un des quatre champs.",
    })),
    slots: [],
  },
  identity: {
    block: "identity",
    title: blockLabels.identity,
    why: "Pour vérifier que nous payons la bonne personne, et qu’elle peut travailler en France.",
    fields: [
      { name: "identityKind", label: "Type de document d’identité", kind: "select", choices: identityKinds, required: true },
      {
        name: "documentNumber",
        label: "Numéro du document",
        kind: "text",
        max: 30,
        sealed: true,
        masked: maskNumber,
        hint: "Facultatif. Seuls ses 3 derniers caractères sont gardés après la vérification.",
        check: (typed) => (/^[\p{L}\d ./-]{4,30}$/u.test(typed) ? null : "Recopiez le numéro tel qu’il est sur le document."),
      },
      ...profileFieldsNamed("nationality"),
      { name: "identityFrom", label: "Période de validité : du", kind: "date", required: true },
      {
        name: "identityUntil",
        label: "Période de validité : au",
        kind: "date",
        required: true,
        check: (_typed, answers) => endAfterStart(answers, "identityFrom", "identityUntil"),
      },
      ...profileFieldsNamed("birthPlace"),
      { name: "birthCountry", label: "Pays de naissance", kind: "select", source: "countries", required: true },
    ],
    slots: [
      { slot: "identity_front", label: "Document d’identité : recto" },
      {
        slot: "identity_back",
        label: "Document d’identité : verso",
        shown: (answers) => isKind("id_card")(answers) || isKind("residence_permit")(answers),
      },
    ],
  },
  social_security: {
    block: "social_security",
    title: blockLabels.social_security,
    why: "Pour déclarer vos cotisations : c’est ainsi que vous êtes couvert ou couverte.",
    fields: [
      {
        name: "nir",
        label: "NIR (numéro de sécurité sociale)",
        kind: "text",
        max: 30,
        sealed: true,
        masked: maskNir,
        required: true,
        check: nirRefusal,
        hint: "15 caractères avec la clé, ou 13 sans : la clé se calcule toute seule.",
      },
    ],
    slots: [{ slot: "social_security", label: "Attestation ou carte vitale" }],
  },
  status: {
    block: "status",
    title: blockLabels.status,
    why: "Votre statut décide des pièces qui vous sont demandées, et de la façon dont vous êtes payé ou payée.",
    fields: profileBlock("status"),
    slots: [],
  },
  contract: {
    block: "contract",
    title: blockLabels.contract,
    why: "Pour savoir que votre employeur vous laisse intervenir, et jusqu’à quand.",
    fields: [
      { name: "contractKind", label: "Type de contrat", kind: "select", choices: contractKinds, required: true },
      { name: "contractFrom", label: "Période du contrat : du", kind: "date", required: true },
      {
        name: "contractUntil",
        label: "Période du contrat : au",
        kind: "date",
        required: (answers) => textOf(answers, "contractKind") === "fixed_term",
        hint: "Vide pour un contrat sans fin.",
        check: (_typed, answers) => endAfterStart(answers, "contractFrom", "contractUntil"),
      },
    ],
    slots: [{ slot: "contract", label: "Contrat de travail ou attestation de l’employeur" }],
  },
  retirement: {
    block: "retirement",
    title: blockLabels.retirement,
    why: "Pour déclarer vos interventions comme celles d’une personne retraitée.",
    fields: [{ name: "retiredOn", label: "Date de début de retraite", kind: "date", required: true }],
    slots: [{ slot: "retirement", label: "Titre, bulletin, brevet de pension ou arrêté" }],
  },
  honour: {
    block: "honour",
    title: blockLabels.honour,
    why: "Vous y déclarez que votre situation vous permet d’intervenir. Elle vaut pour une durée limitée : un courriel vous prévient avant sa fin.",
    fields: [{ name: "honourDate", label: "Date de l’attestation", kind: "date", required: true }],
    slots: [{ slot: "honour", label: "Attestation sur l’honneur" }],
  },
  order: {
    block: "order",
    title: blockLabels.order,
    why: "Pour connaître votre grade et votre position. Il est demandé chaque année, à la date de votre premier dépôt.",
    fields: [],
    slots: [{ slot: "order", label: "Dernier arrêté de situation" }],
  },
  employer: {
    block: "employer",
    title: blockLabels.employer,
    why: "Pour savoir à qui adresser la demande d’intervention, quand votre employeur doit l’accepter.",
    fields: profileBlock("employer"),
    slots: [],
  },
  bank: {
    block: "bank",
    title: blockLabels.bank,
    why: "Pour vous payer, vous et personne d’autre.",
    fields: [
      {
        name: "iban",
        label: "IBAN",
        kind: "text",
        max: 50,
        sealed: true,
        masked: maskIban,
        required: true,
        check: ibanRefusal,
        hint: "27 caractères pour une banque en France. Ex. : FR76 3000 3030…",
      },
      { name: "bic", label: "BIC", kind: "text", max: 20, sealed: true, masked: maskBic, required: true, check: bicRefusal },
    ],
    slots: [{ slot: "bank", label: "RIB ou attestation bancaire" }],
  },
  diploma: {
    block: "diploma",
    title: blockLabels.diploma,
    why: "Pour fixer votre rémunération, quand elle dépend d’un diplôme.",
    fields: [],
    slots: [{ slot: "diploma", label: "Diplôme" }],
  },
};

/** Every field of the file, by name. */
export const dossierFields: ReadonlyMap<string, FieldSpec> = new Map(
  Object.values(dossierSpecs).flatMap(({ fields }) => fields.map((spec) => [spec.name, spec] as const)),
);

/** Blocks whose validated answers become the profile's (EI-50). */
export const profileBlocks: readonly DossierBlock[] = ["address", "phones", "status", "employer"];
/** Fields kept with the profile and shown here too. */
export const sharedFields: ReadonlySet<string> = new Set([
  ...profileBlocks.flatMap((block) => dossierSpecs[block].fields.map(({ name }) => name)),
  "nationality",
  "birthPlace",
]);

/** The places for files that the answers call for. */
export const slotsOf = (spec: DossierBlockSpec, answers: Answers): readonly SlotSpec[] =>
  spec.slots.filter(({ shown }) => shown?.(answers) ?? true);

/** Days are typed "JJ/MM/AAAA". */
export const dayTyped = (answers: Answers, name: string): string | null => {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(textOf(answers, name)) ?? [];
  return day === undefined || month === undefined || year === undefined
    ? null
    : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
};

function endAfterStart(answers: Answers, from: string, until: string): string | null {
  const [start, end] = [dayTyped(answers, from), dayTyped(answers, until)];
  return start !== null && end !== null && end < start ? "La fin ne peut pas précéder le début." : null;
}
