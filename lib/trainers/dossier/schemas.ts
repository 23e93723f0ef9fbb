import { z } from "zod";
import { identifier, paragraph } from "@/lib/core/fields";
import { saveAnswersInput } from "../profile/schemas";
import { dossierBlocks, dossierSlots } from "./vocabulary";

/** What the browser sends while somebody types in the dossier. */
export const saveDraftInput = saveAnswersInput.omit({ lineId: true });
export type SaveDraftInput = z.output<typeof saveDraftInput>;

export const pieceInput = z.strictObject({ slot: z.enum(dossierSlots) });
export const blockInput = z.strictObject({ block: z.enum(dossierBlocks) });
export const setPieceInput = z.strictObject({ slot: z.enum(dossierSlots), fileId: identifier });

const reason = paragraph(2000);
export const decideVersionInput = z
  .object({ versionId: identifier, decision: z.enum(["validated", "refused"]), reason: reason.optional() })
  .transform(({ versionId, decision, reason: said = "" }, context) => {
    if (decision === "refused" && said === "")
      context.addIssue({ code: "custom", path: ["reason"], message: "Dites pourquoi : la personne le lira, et saura quoi corriger." });
    return { versionId, decision, reason: said === "" ? null : said };
  });
export type DecideVersionInput = z.output<typeof decideVersionInput>;

export const askBlocksInput = z.object({
  dossierId: identifier,
  blocks: z
    .union([z.enum(dossierBlocks), z.array(z.enum(dossierBlocks))], { error: "Choisissez au moins un bloc." })
    .transform((given) => (typeof given === "string" ? [given] : given))
    .refine((given) => given.length > 0, { error: "Choisissez au moins un bloc." }),
  message: paragraph(1000).optional(),
});
export type AskBlocksInput = z.output<typeof askBlocksInput>;
