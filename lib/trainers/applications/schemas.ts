import { z } from "zod";
import { identifier, paragraph } from "@/lib/core/fields";

/** Number of an ad as its address has it. */
const adNumber = z.string().regex(/^\d{10,11}$/u, { error: "Cette annonce est inconnue." });

export const longestComment = 2000;
export const longestReason = 1000;

export const applyInput = z.strictObject({
  number: adNumber,
  comment: z
    .string()
    .optional()
    .transform((text) => text ?? "")
    .pipe(paragraph(longestComment)),
});
export type ApplyInput = z.output<typeof applyInput>;

export const withdrawInput = z.strictObject({ applicationId: identifier });
export type WithdrawInput = z.output<typeof withdrawInput>;
