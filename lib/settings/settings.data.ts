import { z } from "zod";
import { isCleanText } from "@/lib/core/text";

const text = (max = 300) =>
  z
    .string({ error: "Ce champ est obligatoire." })
    .trim()
    .min(1, { error: "Ce champ est obligatoire." })
    .max(max, { error: `${max} caractères au maximum.`, abort: true })
    .refine(isCleanText, {
      error: "Ce texte contient des caractères qui ne peuvent pas être enregistrés. Effacez-les et saisissez-le à nouveau.",
    });
const whole = (min: number, max: number) => {
  const error = `Indiquez un nombre entier, de ${min} à ${max}.`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};
const choice = z.enum(["yes", "no"], { error: "Choisissez oui ou non." });

/** Every setting (AD-15): its group, its French label, its default, and what a value must be. */
export const settingsTable = {
  "institution.name": {
    group: "institution",
    label: "Nom de l’établissement",
    initial: "Centre national de la fonction publique territoriale",
    kind: "text",
    schema: text(),
  },
  "institution.shortName": {
    group: "institution",
    label: "Nom court, dans les titres et les courriels",
    initial: "CNFPT",
    kind: "text",
    schema: text(40),
  },
  "institution.postalAddress": {
    group: "institution",
    label: "Adresse postale",
    initial: "80 rue de Reuilly, 75012 Paris",
    kind: "text",
    schema: text(),
  },
  "institution.dataProtectionAddress": {
    group: "institution",
    label: "Adresse du délégué ou de la déléguée à la protection des données",
    initial: "dpo@demo.example",
    kind: "text",
    schema: z.email({ error: "Indiquez une adresse électronique." }),
  },
  "support.phone": { group: "support", label: "Téléphone de l’assistance", initial: "0 800 100 310", kind: "text", schema: text(30) },
  "support.hours": {
    group: "support",
    label: "Horaires de l’assistance",
    initial: "appel gratuit, du lundi au vendredi de 8 h à 18 h 30, heure de Paris",
    kind: "text",
    schema: text(200),
  },
  "support.address": {
    group: "support",
    label: "Courriel de l’assistance",
    initial: "assistance@demo.example",
    kind: "text",
    schema: z.email({ error: "Indiquez une adresse électronique." }),
  },
  "registration.lifetimeHours": {
    group: "delays",
    label: "Inscription : durée de validité du lien, hors Espace Intervenants (heures)",
    initial: 72,
    kind: "number",
    schema: whole(1, 336),
  },
  "password.resetMinutes": {
    group: "delays",
    label: "Mot de passe oublié : durée de validité du lien (minutes)",
    initial: 60,
    kind: "number",
    schema: whole(10, 1440),
  },
  "address.undoHours": {
    group: "delays",
    label: "Changement d’adresse : délai pour l’annuler (heures)",
    initial: 72,
    kind: "number",
    schema: whole(24, 336),
  },
  "session.idleHours": {
    group: "delays",
    label: "Session : fin après une inactivité de (heures)",
    initial: 8,
    kind: "number",
    schema: whole(1, 24),
  },
  "session.rememberDays": {
    group: "delays",
    label: "Session : fin avec « Rester connecté » (jours)",
    initial: 30,
    kind: "number",
    schema: whole(1, 90),
  },
  "consent.unusedMonths": {
    group: "delays",
    label: "Autorisation : fin après (mois sans usage)",
    initial: 12,
    kind: "number",
    schema: whole(1, 36),
  },
  "retention.auditMonths": {
    group: "delays",
    label: "Journal : durée de conservation (mois)",
    initial: 12,
    kind: "number",
    schema: whole(6, 36),
  },
  "retention.mailMonths": {
    group: "delays",
    label: "Courriels envoyés : durée de conservation (mois)",
    initial: 6,
    kind: "number",
    schema: whole(1, 24),
  },
  "security.staffSecondFactor": {
    group: "security",
    label: "Demander un second facteur aux gestionnaires et administrateurs",
    initial: "yes",
    kind: "choice",
    schema: choice,
  },
  "dossier.honourMonths": {
    group: "dossier",
    label: "Attestation sur l’honneur : durée de validité (mois)",
    initial: 12,
    kind: "number",
    schema: whole(1, 36),
  },
  "dossier.firstNoticeMonths": {
    group: "dossier",
    label: "Pièce qui finit : premier avertissement, avant la fin (mois)",
    initial: 2,
    kind: "number",
    schema: whole(1, 6),
  },
  "dossier.secondNoticeMonths": {
    group: "dossier",
    label: "Pièce qui finit : second avertissement, avant la fin (mois)",
    initial: 1,
    kind: "number",
    schema: whole(1, 5),
  },
  "dossier.bankHoldHours": {
    group: "dossier",
    label: "Changement d’IBAN : délai avant de pouvoir le valider (heures)",
    initial: 48,
    kind: "number",
    schema: whole(0, 336),
  },
  "dossier.waitingCoversDays": {
    group: "dossier",
    label: "Pièce transmise à temps et pas encore vérifiée : le dossier reste complet après la fin de la précédente (jours)",
    initial: 180,
    kind: "number",
    schema: whole(0, 730),
  },
  "dossier.openingHours": {
    group: "dossier",
    label: "Dossier ouvert par un gestionnaire : durée de l’accès (heures)",
    initial: 8,
    kind: "number",
    schema: whole(1, 24),
  },
  "dossier.forgetDays": {
    group: "dossier",
    label: "Images d’identité et de carte vitale : effacées après la validation (jours)",
    initial: 30,
    kind: "number",
    schema: whole(0, 365),
  },
  "dossier.keepRefusedDays": {
    group: "dossier",
    label: "Pièces refusées, retirées ou remplacées : effacées après (jours)",
    initial: 90,
    kind: "number",
    schema: whole(1, 730),
  },
  "dossier.keepYears": {
    group: "dossier",
    label: "Dossier sans intervention ni changement : effacé après (années)",
    initial: 5,
    kind: "number",
    schema: whole(1, 10),
  },
  "dossier.dailyLooks": {
    group: "dossier",
    label: "Pièces qu’une personne de l’établissement peut lire en un jour",
    initial: 200,
    kind: "number",
    schema: whole(1, 5000),
  },
  "dossier.hourlyAlert": {
    group: "dossier",
    label: "Pièces lues en une heure par une personne : alerte à l’administration nationale au-delà de",
    initial: 50,
    kind: "number",
    schema: whole(1, 1000),
  },
} as const satisfies Record<string, SettingRow>;

interface SettingRow {
  readonly group: SettingGroup;
  readonly label: string;
  readonly initial: string | number;
  readonly kind: "text" | "number" | "choice";
  readonly schema: z.ZodType<string | number>;
}

export const settingGroups = ["institution", "support", "delays", "dossier", "security"] as const;
export type SettingGroup = (typeof settingGroups)[number];
export const settingGroupLabels = {
  institution: "Établissement",
  support: "Assistance",
  delays: "Délais et durées de conservation",
  dossier: "Dossier administratif des intervenants",
  security: "Sécurité",
} as const satisfies Record<SettingGroup, string>;

export type SettingKey = keyof typeof settingsTable;
export const settingKeys = Object.keys(settingsTable) as SettingKey[];
export type SettingValue<Key extends SettingKey> = z.output<(typeof settingsTable)[Key]["schema"]>;
export type Settings = { readonly [Key in SettingKey]: SettingValue<Key> };
