import { z } from "zod";
import { isCleanText } from "@/lib/core/text";
import { internationalPhone } from "./rules";

/** A typed telephone number, may be empty; gives its international form. */
export const phoneNumber = z
  .string()
  .max(40, { error: "40 caractères au maximum.", abort: true })
  .refine(isCleanText, { error: "Ce numéro contient des caractères inattendus.", abort: true })
  .optional()
  .transform((text, context) => {
    if (text === undefined || text.trim() === "") return null;
    const phone = internationalPhone(text);
    if (phone !== null) return phone;
    context.addIssue({
      code: "custom",
      message: "Ce numéro n’est pas valable. Exemples : 06 12 34 56 78, ou +32 470 12 34 56 pour un numéro étranger.",
    });
    return z.NEVER;
  });
