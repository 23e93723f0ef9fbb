import { z } from "zod";
import { identifier, paragraph } from "@/lib/core/fields";
import { dossierBlocks } from "../vocabulary";
import { mostAtOnce, reasonLimit } from "./fields.data";

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
    /** What one came for. */
    bloc: z
      .enum([...dossierBlocks, "suivant"])
      .optional()
      .catch(undefined),
  })
  .transform(({ reason = "", ...input }, context) => {
    if (input.interventionId === null && reason.length < 10)
      context.addIssue({
        code: "custom",
        path: ["reason"],
        message: "Choisissez une intervention, ou dites pourquoi en quelques mots : la personne le lira.",
      });
    return { ...input, reason };
  });
export type OpenDossierInput = z.output<typeof openDossierInput>;

export const revealInput = z.strictObject({ versionId: identifier, kind: z.enum(["nir", "iban"]) });
export type RevealInput = z.output<typeof revealInput>;

export const requestInput = z.strictObject({ requestId: identifier });
export const versionInput = z.strictObject({ versionId: identifier });

export const decideSeveralInput = z
  .strictObject({
    ids: z
      .string({ error: "Cochez au moins un bloc." })
      .max(mostAtOnce * 40, { error: `${mostAtOnce} blocs au maximum.`, abort: true })
      .transform((given) => [
        ...new Set(
          given
            .toLowerCase()
            .split(".")
            .filter((id) => id !== ""),
        ),
      ])
      .pipe(
        z
          .array(identifier)
          .min(1, { error: "Cochez au moins un bloc." })
          .max(mostAtOnce, { error: `${mostAtOnce} blocs au maximum.` }),
      ),
    reason: paragraph(reasonLimit)
      .optional()
      .transform((given = "") => given)
      .refine((given) => given === "" || given.length >= 10, { error: "Dites-en un peu plus : chaque personne le lira." }),
  })
  .transform(({ ids: versionIds, reason }) => ({ versionIds, reason }));
export type DecideSeveralInput = z.output<typeof decideSeveralInput>;
