import {
  administrativePositions,
  alertChoices,
  audiences,
  civilityChoices,
  methods,
  positions,
  publicServices,
  services,
  withoutWork,
  workingTimes,
  yesNo,
} from "./choices.data";
import { listOf, textOf } from "./rules";
import type { BlockSpec } from "./field-spec";
import { type Answers, type Status, statuses, statusLabels } from "./vocabulary";

const is =
  (name: string, ...values: readonly string[]) =>
  (answers: Answers) =>
    values.includes(textOf(answers, name));

type Need = "required" | "optional" | "absent";
const publicOnly = {
  civil_servant: "required",
  contract_agent: "required",
  self_employed: "absent",
  private_employee: "absent",
  none: "absent",
} as const;
/** What each status asks for (EI-24): field × status. */
export const statusNeeds = {
  workingTime: { ...publicOnly, private_employee: "required" },
  publicService: publicOnly,
  position: publicOnly,
  withoutWork: { civil_servant: "absent", contract_agent: "absent", self_employed: "absent", private_employee: "absent", none: "required" },
  jobTitle: {
    civil_servant: "required",
    contract_agent: "required",
    self_employed: "required",
    private_employee: "required",
    none: "absent",
  },
  grade: { civil_servant: "optional", contract_agent: "optional", self_employed: "absent", private_employee: "optional", none: "absent" },
  service: { civil_servant: "optional", contract_agent: "optional", self_employed: "absent", private_employee: "optional", none: "absent" },
  administrativePosition: { ...publicOnly, civil_servant: "optional", contract_agent: "optional" },
} as const satisfies Record<string, Record<Status, Need>>;

const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text);
const needOf = (field: keyof typeof statusNeeds, answers: Answers): Need => {
  const status = textOf(answers, "status");
  return isStatus(status) ? statusNeeds[field][status] : "absent";
};
const byStatus = (field: keyof typeof statusNeeds) => ({
  name: field,
  locked: true as const,
  shown: (answers: Answers) => needOf(field, answers) !== "absent",
  required: (answers: Answers) => needOf(field, answers) === "required",
});

/** "public", "private", or null without an employer (EI-25). */
export const employerType = (answers: Answers): "public" | "private" | null =>
  is("status", "civil_servant", "contract_agent")(answers)
    ? "public"
    : is("status", "self_employed", "private_employee")(answers)
      ? "private"
      : null;

const otherAddress = (answers: Answers) => employerType(answers) !== null && textOf(answers, "otherAddress") === "on";
const box = "N° d’appartement ou de boîte aux lettres, étage, couloir, escalier";
const building = "Entrée, bâtiment, immeuble";

/** First page of the wizard, "Identification" (EI-23 to EI-26). */
export const identificationBlocks: readonly BlockSpec[] = [
  {
    id: "identity",
    title: "Le formateur ou la formatrice",
    fields: [
      { name: "civility", label: "Civilité", kind: "radio", choices: civilityChoices, required: true, locked: true },
      {
        name: "birthName",
        label: "Nom de famille (naissance)",
        kind: "text",
        max: 100,
        required: true,
        locked: true,
        autoComplete: "family-name",
      },
      {
        name: "lastName",
        label: "Nom d’usage",
        kind: "text",
        max: 100,
        required: true,
        locked: true,
        autoComplete: "family-name",
        hint: "Le même que le nom de famille si vous n’en avez pas d’autre.",
      },
      { name: "firstName", label: "Prénom", kind: "text", max: 100, required: true, locked: true, autoComplete: "given-name" },
      { name: "bornOn", label: "Date de naissance", kind: "date", required: true, locked: true, homeOnly: true, autoComplete: "bday" },
      {
        name: "birthPlace",
        label: "Lieu de naissance (ville)",
        kind: "text",
        max: 100,
        required: true,
        locked: true,
        sealed: true,
        homeOnly: true,
        hint: "Chiffré dans notre base : seul votre gestionnaire le lit.",
      },
      { name: "nationality", label: "Nationalité", kind: "select", source: "nationalities", required: true, locked: true, homeOnly: true },
      { name: "addressBox", label: box, kind: "text", max: 100, locked: true, homeOnly: true, autoComplete: "address-line2" },
      { name: "addressBuilding", label: building, kind: "text", max: 100, locked: true, homeOnly: true, autoComplete: "address-line3" },
      {
        name: "street",
        label: "Numéro et libellé de la voie",
        kind: "text",
        max: 200,
        required: true,
        locked: true,
        homeOnly: true,
        autoComplete: "address-line1",
      },
      { name: "country", label: "Pays de résidence", kind: "select", source: "countries", required: true, locked: true },
      { name: "postcode", label: "Code postal", kind: "postcode", max: 12, required: true, locked: true, autoComplete: "postal-code" },
      { name: "city", label: "Localité", kind: "city", max: 100, required: true, locked: true, autoComplete: "address-level2" },
      {
        name: "personalPhone",
        label: "Téléphone personnel",
        kind: "phone",
        max: 30,
        required: true,
        locked: true,
        autoComplete: "home tel",
      },
      { name: "personalMobile", label: "Portable personnel", kind: "phone", max: 30, locked: true, autoComplete: "mobile tel" },
      { name: "workPhone", label: "Téléphone professionnel", kind: "phone", max: 30, locked: true, autoComplete: "work tel" },
      { name: "workMobile", label: "Téléphone portable professionnel", kind: "phone", max: 30, locked: true },
    ],
  },
  {
    id: "status",
    title: "Le statut",
    help: "Votre statut décide des questions qui suivent, et plus tard des pièces qui vous seront demandées. Pensez à l’actualiser quand votre situation change.",
    fields: [
      {
        name: "status",
        label: "Statut professionnel",
        kind: "select",
        choices: statuses.map((value) => ({ value, label: statusLabels[value] })),
        required: true,
        locked: true,
      },
      { ...byStatus("workingTime"), label: "Temps complet ou non complet", kind: "radio", choices: workingTimes },
      { ...byStatus("publicService"), label: "Fonction publique", kind: "select", choices: publicServices },
      { ...byStatus("position"), label: "Situation ou position", kind: "select", choices: positions },
      { ...byStatus("withoutWork"), label: "Situation", kind: "radio", choices: withoutWork },
      { ...byStatus("jobTitle"), label: "Fonction", kind: "text", max: 200, autoComplete: "organization-title" },
      { ...byStatus("grade"), label: "Grade ou qualité", kind: "text", max: 200 },
      { ...byStatus("service"), label: "Service", kind: "text", max: 200 },
      { ...byStatus("administrativePosition"), label: "Position administrative", kind: "select", choices: administrativePositions },
    ],
  },
  {
    id: "employer",
    title: "L’employeur",
    help: "Employeur public : saisissez son nom ou son SIRET, choisissez-le dans la liste, et le reste se remplit. Il n’y est pas ? Saisissez-le vous-même.",
    shown: (answers) => employerType(answers) !== null,
    fields: [
      { name: "employerName", label: "Raison sociale", kind: "text", max: 200, required: true, locked: true, autoComplete: "organization" },
      {
        name: "employerSiret",
        label: "N° SIRET",
        kind: "siret",
        max: 20,
        locked: true,
        hint: "14 chiffres. Ex. : 219 400 165 00017",
        shown: (answers) => textOf(answers, "employerCountry") === "" || textOf(answers, "employerCountry") === "FR",
      },
      { name: "employerCountry", label: "Pays", kind: "select", source: "countries", required: true, locked: true },
      { name: "employerStreet", label: "Numéro et libellé de la voie", kind: "text", max: 200, required: true, locked: true },
      { name: "employerBox", label: "Boîte aux lettres, étage, couloir, escalier", kind: "text", max: 100, locked: true },
      { name: "employerBuilding", label: building, kind: "text", max: 100, locked: true },
      { name: "employerPostcode", label: "Code postal", kind: "postcode", max: 12, required: true, locked: true },
      { name: "employerCity", label: "Localité", kind: "city", max: 100, required: true, locked: true },
      { name: "employerPhone", label: "Numéro de téléphone", kind: "phone", max: 30, locked: true },
      { name: "otherAddress", label: "Mon adresse professionnelle est différente de celle de l’employeur", kind: "box", locked: true },
      {
        name: "officeCountry",
        label: "Pays (adresse professionnelle)",
        kind: "select",
        source: "countries",
        shown: otherAddress,
        required: true,
        locked: true,
      },
      {
        name: "officeStreet",
        label: "Numéro et libellé de la voie (adresse professionnelle)",
        kind: "text",
        max: 200,
        shown: otherAddress,
        required: true,
        locked: true,
      },
      {
        name: "officeBox",
        label: "Boîte aux lettres, étage, couloir, escalier (adresse professionnelle)",
        kind: "text",
        max: 100,
        shown: otherAddress,
        locked: true,
      },
      {
        name: "officeBuilding",
        label: "Entrée, bâtiment, immeuble (adresse professionnelle)",
        kind: "text",
        max: 100,
        shown: otherAddress,
        locked: true,
      },
      {
        name: "officePostcode",
        label: "Code postal (adresse professionnelle)",
        kind: "postcode",
        max: 12,
        shown: otherAddress,
        required: true,
        locked: true,
      },
      {
        name: "officeCity",
        label: "Localité (adresse professionnelle)",
        kind: "city",
        max: 100,
        shown: otherAddress,
        required: true,
        locked: true,
      },
      { name: "officeMail", label: "Adresse électronique professionnelle", kind: "mail", max: 254, shown: otherAddress, locked: true },
      { name: "officePhone", label: "Téléphone (adresse professionnelle)", kind: "phone", max: 30, shown: otherAddress, locked: true },
      { name: "officeMobile", label: "Portable (adresse professionnelle)", kind: "phone", max: 30, shown: otherAddress, locked: true },
    ],
  },
  {
    id: "zones",
    title: "Zones d’intervention",
    fields: [
      { name: "regions", label: "Régions", kind: "boxes", source: "regions", required: true, missing: "Choisissez au moins une région." },
      {
        name: "departments",
        label: "Départements",
        kind: "boxes",
        source: "departments",
        shown: (answers) => listOf(answers, "regions").length > 0,
        hint: "Aucune case : toute la région.",
      },
      { name: "abroad", label: "Je suis disponible pour effectuer des formations à l’étranger", kind: "radio", choices: yesNo },
    ],
  },
  {
    id: "structure",
    title: "Structure de rattachement",
    help: "Elle étudie votre demande et devient votre interlocuteur. Toutes les structures peuvent ensuite lire votre CV et vous contacter. Si vous venez d’une annonce, c’est la structure qui l’a publiée.",
    fields: [
      {
        name: "homeStructure",
        label: "Structure de rattachement",
        kind: "select",
        source: "structures",
        required: true,
        missing: "Choisissez votre structure de rattachement.",
      },
    ],
  },
  {
    id: "mobility",
    title: "Déplacements",
    fields: [
      { name: "drivingLicence", label: "Êtes-vous titulaire du permis de conduire ?", kind: "radio", choices: yesNo },
      { name: "ownVehicle", label: "Disposez-vous d’un véhicule personnel ?", kind: "radio", choices: yesNo },
    ],
  },
];

/** Second page, "Mon parcours" (EI-27, EI-28, EI-15); its tables of lines are in lines.data.ts. */
export const parcoursBlocks: readonly BlockSpec[] = [
  {
    id: "wishes",
    title: "Vos souhaits d’intervention",
    fields: [
      { name: "trainingTypes", label: "Natures de formation", kind: "boxes", source: "trainingTypes" },
      { name: "audiences", label: "Publics", kind: "boxes", choices: audiences },
      { name: "services", label: "Prestations complémentaires possibles", kind: "boxes", choices: services },
      {
        name: "otherService",
        label: "Quelle autre prestation ?",
        kind: "text",
        max: 200,
        shown: (answers) => listOf(answers, "services").includes("other"),
      },
      { name: "methods", label: "Quelles méthodes pédagogiques utilisez-vous ?", kind: "boxes", choices: methods },
    ],
  },
  {
    id: "experience",
    title: "Expérience en qualité de formateur ou de formatrice",
    help: "L’absence d’expérience ne vous sera pas défavorable : des structures accompagnent les débuts.",
    fields: [
      { name: "trained", label: "Avez-vous déjà réalisé des formations ?", kind: "radio", choices: yesNo, required: true },
      {
        name: "motivation",
        label: "Votre motivation pour devenir intervenant ou intervenante",
        kind: "area",
        max: 4000,
        shown: is("trained", "no"),
        required: true,
        missing: "Dites en quelques phrases ce qui vous donne envie d’intervenir.",
      },
    ],
  },
  {
    id: "networks",
    title: "Réseaux sociaux professionnels",
    fields: [
      { name: "onNetworks", label: "Participez-vous à des réseaux sociaux professionnels ?", kind: "radio", choices: yesNo },
      {
        name: "networks",
        label: "Adresses de vos pages",
        kind: "links",
        max: 2000,
        shown: is("onNetworks", "yes"),
        hint: "Une adresse par ligne. Ex. : https://www.linkedin.com/in/…",
      },
    ],
  },
  {
    id: "alerts",
    title: "Alertes par courriel",
    help: "Un courriel par annonce au plus, une fois votre profil validé. Les deux premiers choix s’ajoutent ; le troisième restreint. Vous pourrez les arrêter d’un clic.",
    fields: [
      {
        name: "alerts",
        label: "Je souhaite recevoir des alertes lorsque des annonces sont publiées",
        kind: "boxes",
        choices: alertChoices,
      },
    ],
  },
];

export const wizardPages = ["identification", "parcours"] as const;
export type WizardPage = (typeof wizardPages)[number];
export const wizardPageLabels = { identification: "Identification", parcours: "Mon parcours" } as const satisfies Record<
  WizardPage,
  string
>;
export const blocksOf = { identification: identificationBlocks, parcours: parcoursBlocks } as const satisfies Record<
  WizardPage,
  readonly BlockSpec[]
>;

/** What managers of other structures do not read (AD-13). */
export const homeOnlyFields: readonly string[] = [...identificationBlocks, ...parcoursBlocks].flatMap(({ fields }) =>
  fields.filter(({ homeOnly }) => homeOnly === true).map(({ name }) => name),
);

/** Every field of the two pages by its name. */
export const profileFields = new Map(
  [...identificationBlocks, ...parcoursBlocks].flatMap(({ fields }) => fields.map((field) => [field.name, field] as const)),
);
