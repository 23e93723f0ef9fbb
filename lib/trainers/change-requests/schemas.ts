import { z } from "zod";
import { identifier, paragraph } from "@/lib/core/fields";

const optional = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => text ?? "")
    .pipe(paragraph(max));

export const askChangeInput = z.strictObject({
  field: z.string().regex(/^\w{1,40}$/u, { error: "Ce champ est inconnu. Rechargez la page." }),
  /** Judged by the field's own rules, as the wizard judges it. */
  value: optional(4000),
  explanation: optional(1000),
  fileId: z
    .string()
    .optional()
    .transform((text) => (text === undefined || text === "" ? undefined : text))
    .pipe(identifier.optional()),
});
export type AskChangeInput = z.output<typeof askChangeInput>;

export const changeInput = z.strictObject({ changeId: identifier });
export type ChangeInput = z.output<typeof changeInput>;

export const refuseChangeInput = z.strictObject({
  changeId: identifier,
  reason: paragraph(1000).refine((text) => text.length >= 5, { error: "Expliquez en quelques mots pourquoi : la personne le lira." }),
});
export type RefuseChangeInput = z.output<typeof refuseChangeInput>;
