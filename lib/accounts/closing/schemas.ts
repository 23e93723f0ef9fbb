import { z } from "zod";
import { typedPassword } from "@/lib/core/fields";
import { fold } from "@/lib/core/text";

export const closingWord = "SUPPRIMER";

export const closeAccountInput = z.strictObject({
  current: typedPassword(),
  word: z
    .string({ error: `Tapez le mot ${closingWord}.` })
    .max(40, { error: `Tapez le mot ${closingWord}.` })
    .refine((text) => fold(text) === fold(closingWord), { error: `Tapez le mot ${closingWord}.` }),
});
export type CloseAccountInput = z.output<typeof closeAccountInput>;
