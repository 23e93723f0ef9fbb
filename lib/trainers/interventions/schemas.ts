import { z } from "zod";
import { identifier, importedText, line, optionalLine, shownPrint, typedDay } from "@/lib/core/fields";

/** Hours as they are typed, "12", "7,5"; empty: not told. */
const hours = optionalLine(10).transform((text, context) => {
  if (text === null) return null;
  const value = Number(text.replace(",", "."));
  if (/^\d{1,4}(?:[.,]\d{1,2})?$/u.test(text) && value <= 5000) return value;
  context.addIssue({ code: "custom", message: "Un nombre d’heures. Ex. : 12 ou 7,5" });
  return z.NEVER;
});

const facts = {
  reference: line(60, "Donnez sa référence dans votre logiciel."),
  /** Immatriculation, or mail address of the account. */
  trainer: line(254, "Dites qui est intervenu : son immatriculation, ou son adresse électronique."),
  title: line(300, "Donnez l’intitulé."),
  startsOn: typedDay("Indiquez le premier jour."),
  endsOn: typedDay("Indiquez le dernier jour."),
  hours,
};

const inOrder = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }) => endsOn >= startsOn;
const outOfOrder = { path: ["endsOn"], error: "Le dernier jour ne peut pas précéder le premier." };

export const recordInterventionInput = z.strictObject({ ...facts, structureId: identifier }).refine(inOrder, outOfOrder);
export type RecordInterventionInput = z.output<typeof recordInterventionInput>;

/** What the page showed, and when it was read: whoever corrects an older one is told. */
const seen = z
  .string({ error: "Cette page n’est plus à jour : rechargez-la, puis recommencez." })
  .max(4_000)
  .transform((text): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  })
  .pipe(
    z.strictObject(
      {
        readAt: z.iso.datetime(),
        profileId: identifier,
        title: z.string(),
        startsOn: z.iso.date(),
        endsOn: z.iso.date(),
        hours: z.number().nullable(),
        reference: z.string(),
      },
      { error: "Cette page n’est plus à jour : rechargez-la, puis recommencez." },
    ),
  );

/** The same one, corrected; its structure stays. */
export const changeInterventionInput = z.strictObject({ ...facts, interventionId: identifier, seen }).refine(inOrder, outOfOrder);
export type ChangeInterventionInput = z.output<typeof changeInterventionInput>;

export const interventionInput = z.strictObject({ interventionId: identifier });
export type InterventionInput = z.output<typeof interventionInput>;

/** One line of a file: the structure by its code. */
export const interventionLineInput = z
  .strictObject({
    ...facts,
    structure: line(3, "Donnez le code de la structure.").refine((text) => /^\d{3}$/u.test(text), { error: "Trois chiffres. Ex. : 054" }),
  })
  .refine(inOrder, outOfOrder);

export const previewInterventionsInput = z.strictObject({ text: importedText });
export type PreviewInterventionsInput = z.output<typeof previewInterventionsInput>;
export const importInterventionsInput = z.strictObject({ text: importedText, print: shownPrint });
export type ImportInterventionsInput = z.output<typeof importInterventionsInput>;

/** A registration number, as the institution's own software writes it. */
export const immatriculation = line(30, "Donnez l’immatriculation.").refine((text) => /^[\dA-Za-z][\dA-Za-z./-]*$/u.test(text), {
  error: "Des chiffres, des lettres, des tirets et des points.",
});

export const setImmatriculationInput = z.strictObject({
  trainer: line(254, "Donnez l’adresse électronique de l’intervenant."),
  immatriculation,
});
export type SetImmatriculationInput = z.output<typeof setImmatriculationInput>;
