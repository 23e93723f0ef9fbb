import { z } from "zod";
import { mailAddress } from "@/lib/accounts/addresses/schemas";
import { phoneNumber } from "@/lib/accounts/phone/schemas";
import { importedText, line, optionalPersonName, personName, shownPrint, typedDay } from "@/lib/core/fields";
import { fold } from "@/lib/core/text";
import { immatriculation } from "../interventions/schemas";

const civilities: Readonly<Record<string, "mme" | "m">> = { mme: "mme", madame: "mme", f: "mme", m: "m", "m.": "m", monsieur: "m", h: "m" };

/** A trainer whom the institution knows already: form, file and programs give the same facts (AD-16). */
export const createTrainerInput = z.strictObject({
  civility: z.preprocess(
    (text) => (typeof text === "string" ? (civilities[fold(text)] ?? text) : text),
    z.enum(["mme", "m"], { error: "Choisissez Madame ou Monsieur." }),
  ),
  lastName: personName("Donnez son nom d’usage."),
  birthName: optionalPersonName("Donnez son nom de famille."),
  firstName: personName("Donnez son prénom."),
  bornOn: typedDay("Donnez sa date de naissance."),
  address: mailAddress("Donnez son adresse électronique."),
  phone: phoneNumber,
  /** Code of the home structure. */
  structure: line(3, "Donnez le code de la structure de rattachement.")
    .transform((text) => text.padStart(3, "0"))
    .refine((text) => /^\d{3}$/u.test(text), { error: "Trois chiffres. Ex. : 054" }),
  immatriculation: z
    .string()
    .nullish()
    .transform((text) => (text === undefined || text === null || text.trim() === "" ? undefined : text))
    .pipe(immatriculation.optional())
    .transform((text) => text ?? null),
});
export type CreateTrainerInput = z.output<typeof createTrainerInput>;

export const previewTrainersInput = z.strictObject({ text: importedText });
export type PreviewTrainersInput = z.output<typeof previewTrainersInput>;
export const importTrainersInput = z.strictObject({ text: importedText, print: shownPrint });
export type ImportTrainersInput = z.output<typeof importTrainersInput>;
