import { z } from "zod";
import { identifier, paragraph } from "@/lib/core/fields";
import { reasonLimit } from "./fields.data";

const maybeIdentifier = z
  .union([z.literal(""), identifier])
  .optional()
  .transform((given) => (given === "" || given === undefined ? null : given));

export const openDossierInput = z
  .object({
    profileId: identifier,
    interventionId: maybeIdentifier,
    reason: paragraph(reasonLimit).optional(),
    structureId: maybeIdentifier,
  })
  .transform(({ reason = "", ...input }, context) => {
    if (input.interventionId === null && reason.length < 10)
      context.addIssue({
        code: "custom",
        path: ["reason"],
        message: "Choisissez une intervention, ou dites pourquoi en quelques mots : la personne le lira.",
      });
    return { ...input, reason };
  });
export type OpenDossierInput = z.output<typeof openDossierInput>;

export const revealInput = z.strictObject({ versionId: identifier, kind: z.enum(["nir", "iban"]) });
export type RevealInput = z.output<typeof revealInput>;

export const requestInput = z.strictObject({ requestId: identifier });
export const versionInput = z.strictObject({ versionId: identifier });
