import { z } from "zod";
import { identifier, paragraph } from "@/lib/core/fields";

export const blockAccountInput = z.strictObject({
  accountId: identifier,
  /** The person reads it in the mail they receive. */
  reason: paragraph(500).refine((text) => text.length >= 5, { error: "Expliquez le motif en quelques mots : la personne le lira." }),
});
export type BlockAccountInput = z.output<typeof blockAccountInput>;

export const personInput = z.strictObject({ accountId: identifier });
export type PersonInput = z.output<typeof personInput>;
