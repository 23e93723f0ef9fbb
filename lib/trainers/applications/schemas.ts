import { z } from "zod";
import { joinIds, splitIds } from "@/lib/accounts/people/bulk/vocabulary";
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

/** As many as a page of the list shows. */
export const mostAtOnce = 50;

/** Boxes ticked under one name, or identifiers joined by dots. */
const idsOf = (missing: string) =>
  z
    .union([z.string(), z.array(z.string())], { error: missing })
    .transform((given) => splitIds(typeof given === "string" ? given : joinIds(given)))
    .pipe(
      z
        .array(identifier)
        .min(1, { error: missing })
        .max(mostAtOnce, { error: `${mostAtOnce} au maximum.` }),
    );

/** Read by the person who applied: it says something. */
export const reasonInput = paragraph(longestReason).refine((text) => text.length >= 5, {
  error: "Expliquez en quelques mots pourquoi : la personne le lira.",
});

const chosen = { adId: identifier, ids: idsOf("Cochez au moins une candidature.") };
/** The box of the reason is in the form whatever is chosen. */
const ignored = z.string().max(100_000).optional();

export const decideInput = z.discriminatedUnion(
  "decision",
  [
    z.strictObject({ ...chosen, decision: z.literal("study"), reason: ignored }),
    z.strictObject({ ...chosen, decision: z.literal("not_retain"), reason: reasonInput }),
  ],
  { error: "Choisissez ce qu’il faut faire." },
);
export type DecideInput = z.output<typeof decideInput>;

export const inviteInput = z.strictObject({
  adId: identifier,
  ids: idsOf("Choisissez au moins une personne."),
  message: z
    .string()
    .optional()
    .transform((text) => text ?? "")
    .pipe(paragraph(longestReason)),
});
export type InviteInput = z.output<typeof inviteInput>;
