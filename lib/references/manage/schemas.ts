import { z } from "zod";
import { mailAddress } from "@/lib/accounts/addresses/schemas";
import { phoneNumber } from "@/lib/accounts/phone/schemas";
import { shownPhone } from "@/lib/accounts/phone/rules";
import { importedText, line, optionalLine, paragraph, shownPrint } from "@/lib/core/fields";
import { fold } from "@/lib/core/text";
import { isSiret } from "../siret";
import { structureKindLabels, structureKinds } from "../vocabulary";
import { referenceLists } from "./vocabulary";

const trues: ReadonlySet<string> = new Set(["on", "oui", "o", "vrai", "1", "x"]);
/** A box of a form, or "oui" in a file. */
const box = z
  .string()
  .max(20)
  .optional()
  .transform((text) => trues.has(fold(text ?? "")));

const codeOf = (form: RegExp, error: string) =>
  line(40, "Donnez son code.")
    .transform((text) => text.replace(/\s/gu, ""))
    .refine((text) => form.test(text), { error });
const capitals = (text: unknown) => (typeof text === "string" ? text.toUpperCase() : text);

const named = line(200, "Donnez son nom.");
const postcode = line(5, "Donnez le code postal.").refine((text) => /^\d{5}$/u.test(text), { error: "Cinq chiffres. Ex. : 54000" });
const phone = phoneNumber.transform((number) => (number === null ? "" : shownPhone(number)));
/** The value, or the word that people read. */
const structureKind = z.preprocess(
  (text) => structureKinds.find((kind) => typeof text === "string" && fold(structureKindLabels[kind]) === fold(text)) ?? text,
  z.enum(structureKinds, { error: `Choisissez parmi : ${structureKinds.map((kind) => structureKindLabels[kind]).join(", ")}.` }),
);
const regionCodes = z
  .union([z.string().max(400), z.array(z.string().max(10)).max(50)])
  .optional()
  .transform((value) => (value === undefined ? [] : typeof value === "string" ? value.split(/[^\dA-Z]+/iu) : value))
  .transform((codes) => [...new Set(codes.map((code) => code.trim()).filter((code) => code !== ""))].sort());

const shapes = {
  structures: {
    list: z.literal("structures"),
    code: codeOf(/^\d{3}$/u, "Trois chiffres. Ex. : 054"),
    kind: structureKind,
    name: named,
    street: line(200, "Donnez son adresse."),
    postcode,
    city: line(100, "Donnez sa ville."),
    phone: phone.refine((text) => text !== "", { error: "Donnez son téléphone." }),
    address: mailAddress("Donnez son adresse électronique."),
    regionCodes,
    access: paragraph(2000).optional().default(""),
    messagingOpen: box,
  },
  specialties: {
    list: z.literal("specialties"),
    code: z.preprocess(capitals, codeOf(/^[A-Z]\d$/u, "Une lettre et un chiffre. Ex. : A2")),
    name: named,
  },
  subSpecialties: {
    list: z.literal("subSpecialties"),
    code: z.preprocess(capitals, codeOf(/^[A-Z]\d[A-Z]$/u, "Le code de sa spécialité, suivi d’une lettre. Ex. : A2C")),
    name: named,
  },
  employers: {
    list: z.literal("employers"),
    siret: line(30, "Donnez son SIRET.")
      .transform((text) => text.replace(/[\s.\u00A0\u202F]/gu, ""))
      .refine(isSiret, { error: "Ce SIRET n’est pas valide : vérifiez ses quatorze chiffres." }),
    name: named,
    street: optionalLine(200).transform((text) => text ?? ""),
    postcode,
    city: line(100, "Donnez sa ville."),
    phone,
  },
  trainingTypes: {
    list: z.literal("trainingTypes"),
    code: codeOf(/^[a-z][a-z_]{1,29}$/u, "Des lettres minuscules sans accent, et des tirets bas. Ex. : tutorat"),
    name: named,
  },
} as const;

const withFlag = { active: box } as const;
/** One line of a list; a file says also whether it is in service. */
export const referenceInput = z.discriminatedUnion("list", [
  z.strictObject({ ...shapes.structures, ...withFlag }),
  z.strictObject({ ...shapes.specialties, ...withFlag }),
  z.strictObject({ ...shapes.subSpecialties, ...withFlag }),
  z.strictObject({ ...shapes.employers, ...withFlag }),
  z.strictObject({ ...shapes.trainingTypes, ...withFlag }),
]);
export type ReferenceInput = z.output<typeof referenceInput>;

/** The print of the line that was being edited; absent for a new one. */
const edited = { seen: z.string().max(64).optional() } as const;
export const saveReferenceInput = z.discriminatedUnion("list", [
  z.strictObject({ ...shapes.structures, ...edited }),
  z.strictObject({ ...shapes.specialties, ...edited }),
  z.strictObject({ ...shapes.subSpecialties, ...edited }),
  z.strictObject({ ...shapes.employers, ...edited }),
  z.strictObject({ ...shapes.trainingTypes, ...edited }),
]);
export type SaveReferenceInput = z.output<typeof saveReferenceInput>;

const list = z.enum(referenceLists, { error: "Cette liste est inconnue." });
export const setActiveInput = z.strictObject({ list, key: line(40), active: z.enum(["oui", "non"]).transform((text) => text === "oui") });
export type SetActiveInput = z.output<typeof setActiveInput>;

export const previewListInput = z.strictObject({ list, text: importedText });
export type PreviewListInput = z.output<typeof previewListInput>;
export const importListInput = z.strictObject({ list, text: importedText, print: shownPrint });
export type ImportListInput = z.output<typeof importListInput>;
