import { z } from "zod";
import { identifier } from "@/lib/core/fields";
import { lineKinds } from "./vocabulary";

/** Longer than any field asks for: what is pasted by mistake is kept too, and judged when the profile is sent. */
const longest = 20_000;
/** What PostgreSQL cannot hold is taken out rather than refused: nobody typed it on purpose. */
const kept = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]/gu, "")
    .replace(/\r\n?/gu, "\n");
const typedText = z.string().max(longest, { error: "Ce texte est trop long pour être enregistré : raccourcissez-le." }).transform(kept);
export const answer = z.union([typedText, z.array(z.string().max(60).transform(kept)).max(300)]);

/** One field as it was and as it is now. The server changes it only if it still is as it was (EI-31). */
const change = z.strictObject({ field: z.string().max(40), from: answer, to: answer });

/** What the browser sends while somebody types. */
export const saveAnswersInput = z.strictObject({
  /** A line of a table; without it, the profile itself. */
  lineId: identifier.optional(),
  changes: z.array(change).min(1).max(100),
});
export type SaveAnswersInput = z.output<typeof saveAnswersInput>;

export const seen = z
  .string()
  .max(400_000)
  .transform((text, context) => {
    try {
      return z.record(z.string().max(40), answer).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: "custom", message: "Cette page n’est plus à jour : rechargez-la, puis recommencez." });
      return z.NEVER;
    }
  });

/** The same from a form that is posted whole: `seen` is what the page showed. */
export const savePageInput = z
  .object({ page: z.enum(["identification", "parcours"]), seen, then: z.enum(["stay", "next", "send"]).catch("stay") })
  .catchall(answer);
export type SavePageInput = z.output<typeof savePageInput>;

export const saveLineInput = z.object({ lineId: identifier, seen }).catchall(answer);
export type SaveLineInput = z.output<typeof saveLineInput>;

export const addLineInput = z.strictObject({ kind: z.enum(lineKinds) });
export const lineInput = z.strictObject({ lineId: identifier });
export const attachCvInput = z.strictObject({ fileId: identifier });
export const attachDiplomaInput = z.strictObject({ fileId: identifier, lineId: identifier });
export const noInput = z.object({});
