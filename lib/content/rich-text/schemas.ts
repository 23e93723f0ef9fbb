import { z } from "zod";
import { readRichText } from "@/lib/content/notation/rules";
import { isCleanText } from "@/lib/core/text";
import { isEmptyText } from "./rules";
import { longestRichText, type RichText } from "./vocabulary";

/** A text with its shape, required. */
export const richText = (missing: string) =>
  z
    .string({ error: missing })
    .max(longestRichText, { error: "Ce texte est trop long : répartissez-le en plusieurs." })
    .refine(isCleanText, {
      error: "Ce texte contient des caractères qui ne peuvent pas être enregistrés. Effacez-les et saisissez-le à nouveau.",
      abort: true,
    })
    .transform((text, context): RichText => {
      const read = readRichText(text);
      if (read !== null && !isEmptyText(read)) return read;
      const error =
        read === null ? "Ce texte contient une mise en forme qui n’est pas permise : enlevez-la, puis enregistrez à nouveau." : missing;
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    });
