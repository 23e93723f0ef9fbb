import { z } from "zod";
import { optionalMailAddress } from "@/lib/accounts/addresses/schemas";
import { phoneNumber } from "@/lib/accounts/phone/schemas";
import { identifier, line, optionalLine, paragraph, ticked, typedDay } from "@/lib/core/fields";

const most = 300;
/** Codes of references, one or several boxes ticked under one name. */
const codes = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set(value === undefined ? [] : typeof value === "string" ? [value] : value)])
  .pipe(z.array(z.string().regex(/^[\dA-Z]{1,4}$/u, { error: "Ce choix est inconnu." })).max(most, { error: "Trop de choix." }));

/** ISO 3166; an ad is in France unless told. */
const country = z
  .string()
  .optional()
  .transform((code) => (code === undefined || code === "" ? "FR" : code))
  .pipe(z.string().regex(/^[A-Z]{2}$/u, { error: "Choisissez un pays de la liste." }));

const optionalDay = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === "" ? undefined : text))
  .pipe(typedDay().optional())
  .transform((day) => day ?? null);

const text = (max: number) =>
  z
    .string()
    .optional()
    .transform((value) => value ?? "")
    .pipe(paragraph(max));

const fields = {
  structureId: identifier,
  title: line(200, "Donnez un titre à l’annonce."),
  description: text(8000),
  profileSought: text(4000),
  context: text(4000),
  audience: text(1000),
  duration: optionalLine(200),
  startsOn: optionalDay,
  endsOn: optionalDay,
  deadlineOn: optionalDay,
  countryCode: country,
  regions: codes,
  departments: codes,
  specialties: codes,
  place: optionalLine(300),
  contactName: optionalLine(200),
  contactPhone: phoneNumber,
  contactAddress: optionalMailAddress,
  urgent: ticked,
};

interface Period {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}
const inOrder = ({ startsOn, endsOn }: Period) => startsOn === null || endsOn === null || endsOn >= startsOn;
const outOfOrder = { path: ["endsOn"], error: "La fin ne peut pas précéder le début." };

/** A new ad. Saving never asks for more than a title: publishing does. */
export const createAdInput = z.strictObject(fields).refine(inOrder, outOfOrder);
export type CreateAdInput = z.output<typeof createAdInput>;

/** The same ad again; `version` is the one that was being edited. */
export const changeAdInput = z
  .strictObject({ ...fields, adId: identifier, version: z.coerce.number().int().min(1).max(1_000_000) })
  .refine(inOrder, outOfOrder);
export type ChangeAdInput = z.output<typeof changeAdInput>;

export const adInput = z.strictObject({ adId: identifier });
export type AdInput = z.output<typeof adInput>;

export const adFileInput = z.strictObject({ adId: identifier, fileId: identifier });

export const closeAdInput = z.strictObject({
  adId: identifier,
  reason: paragraph(500).refine((value) => value.length >= 5, { error: "Expliquez en quelques mots pourquoi l’annonce est clôturée." }),
  tellApplicants: ticked,
});
export type CloseAdInput = z.output<typeof closeAdInput>;
