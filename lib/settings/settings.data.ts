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
    label: "Inscription : durée de validité du lien (heures)",
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
} as const satisfies Record<string, SettingRow>;

interface SettingRow {
  readonly group: SettingGroup;
  readonly label: string;
  readonly initial: string | number;
  readonly kind: "text" | "number" | "choice";
  readonly schema: z.ZodType<string | number>;
}

export const settingGroups = ["institution", "support", "delays", "security"] as const;
export type SettingGroup = (typeof settingGroups)[number];
export const settingGroupLabels = {
  institution: "Établissement",
  support: "Assistance",
  delays: "Délais et durées de conservation",
  security: "Sécurité",
} as const satisfies Record<SettingGroup, string>;

export type SettingKey = keyof typeof settingsTable;
export const settingKeys = Object.keys(settingsTable) as SettingKey[];
export type SettingValue<Key extends SettingKey> = z.output<(typeof settingsTable)[Key]["schema"]>;
export type Settings = { readonly [Key in SettingKey]: SettingValue<Key> };
