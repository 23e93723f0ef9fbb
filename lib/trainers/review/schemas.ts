import { z } from "zod";
import { identifier, line, paragraph } from "@/lib/core/fields";
import { changesBetween } from "../profile/merge";
import { decisions, remarkField, remarkLimit } from "./fields.data";
import { profileParts, wholeProfile } from "./parts.data";
import { phrasingPurposes } from "./vocabulary";

export const requestInput = z.strictObject({ requestId: identifier });
export type RequestInput = z.output<typeof requestInput>;

export const takeChargeInput = z.strictObject({ requestId: identifier, over: z.literal("yes").optional() });
export type TakeChargeInput = z.output<typeof takeChargeInput>;

/** The sending that was read: nobody decides of what they have not seen (EI-43). */
const version = z.coerce.number().int().min(1).max(1_000_000);

export const validateRequestInput = z.strictObject({ requestId: identifier, version });
export type ValidateRequestInput = z.output<typeof validateRequestInput>;

const remark = z
  .string()
  .optional()
  .transform((text) => text ?? "")
  .pipe(paragraph(remarkLimit));
const remarkFields = Object.fromEntries([wholeProfile, ...profileParts.map(({ id }) => id)].map((id) => [remarkField(id), remark]));

/** The remarks written, by part; empty ones are left out. */
const remarksOf = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) =>
      name.startsWith("remark_") && typeof text === "string" && text !== "" ? [[name.slice("remark_".length), text]] : [],
    ),
  );

export const handOverInput = z.strictObject({ requestId: identifier, accountId: identifier });
export type HandOverInput = z.output<typeof handOverInput>;

/** What the page had from the server when it was written on, by part; a page that does not say has seen nothing. */
const seenRemarks = z
  .string()
  .max(200_000)
  .optional()
  .transform((text) => {
    try {
      return JSON.parse(text ?? "{}") as unknown;
    } catch {
      return {};
    }
  })
  .pipe(z.record(z.string(), remark).catch({}));

/**
 * What a manager writes; `then`: the decision whose page comes next; `live`: saved as they write, by a page that shows
 * them what it could not save. Only what differs from what was seen is a change.
 */
export const saveReviewDraftInput = z
  .strictObject({
    requestId: identifier,
    then: z.enum(decisions).optional(),
    version: version.optional(),
    seen: seenRemarks,
    live: z.literal("yes").optional(),
    ...remarkFields,
  })
  .transform(({ requestId, then, version: read, seen, live, ...fields }) => {
    const typed = remarksOf(fields);
    return {
      requestId,
      then,
      ...(read !== undefined && { version: read }),
      ...(live !== undefined && { live }),
      changes: changesBetween(seen, typed, Object.keys({ ...seen, ...typed })),
    };
  });
export type SaveReviewDraftInput = z.output<typeof saveReviewDraftInput>;

export const askCorrectionInput = z
  .strictObject({ requestId: identifier, version, ...remarkFields })
  .transform(({ requestId, version: read, ...fields }) => ({ requestId, version: read, remarks: remarksOf(fields) }))
  .refine(({ remarks }) => Object.keys(remarks).length > 0, {
    path: [remarkField(wholeProfile)],
    error: "Écrivez au moins une remarque : la personne doit savoir quoi compléter.",
  });
export type AskCorrectionInput = z.output<typeof askCorrectionInput>;

export const rejectRequestInput = z.strictObject({
  requestId: identifier,
  version,
  reason: paragraph(remarkLimit).refine((text) => text.length >= 10, {
    error: "Expliquez pourquoi la demande n’est pas retenue : la personne le lira.",
  }),
});
export type RejectRequestInput = z.output<typeof rejectRequestInput>;

const emptyIsNull = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value === "" ? null : value))
  .pipe(identifier.nullable());

export const savePhrasingInput = z.strictObject({
  /** Absent for a new one. */
  phrasingId: emptyIsNull,
  /** Empty: for all structures. */
  structureId: emptyIsNull,
  purpose: z.enum(phrasingPurposes, { error: "Choisissez à quoi elle sert." }),
  title: line(120, "Donnez-lui un nom court."),
  body: paragraph(2000).refine((text) => text.length > 0, { error: "Écrivez la formulation." }),
});
export type SavePhrasingInput = z.output<typeof savePhrasingInput>;

export const phrasingInput = z.strictObject({ phrasingId: identifier });
export type PhrasingInput = z.output<typeof phrasingInput>;
