import { z } from "zod";
import { fr } from "zod/locales";
import { longestReturn } from "./paths";
import { hasDirectionMarks, isCleanText } from "./text";

// What a schema does not word itself is said in French too.
z.config(fr());

/** Building blocks of every input schema: trimmed, bounded, free of what no database or screen should receive. */
const clean = (max: number) =>
  z
    .string({ error: "Ce champ est obligatoire." })
    .max(max, { error: `${max} caractères au maximum.`, abort: true })
    .refine(isCleanText, {
      error: "Ce texte contient des caractères qui ne peuvent pas être enregistrés. Effacez-les et saisissez-le à nouveau.",
      abort: true,
    });

/** One line of text, required. */
export const line = (max = 200, missing = "Ce champ est obligatoire.") =>
  clean(max)
    .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
    .refine((text) => text.length > 0, { error: missing });

/** One line, may be empty: gives null then. */
export const optionalLine = (max = 200) =>
  clean(max)
    .optional()
    .transform((text) => {
      const value = (text ?? "").normalize("NFC").replace(/\s+/gu, " ").trim();
      return value === "" ? null : value;
    });

/**
 * A first or last name: letters of any alphabet, spaces, hyphens, apostrophes, and the dot of initials. Mails greet
 * with it, and a mailbox makes a link of "ville.fr": a dot followed by two letters is no initial.
 */
export const personName = (missing: string) =>
  line(100, missing).refine((text) => !hasDirectionMarks(text) && /^\p{L}[\p{L}\p{M}'’. -]*$/u.test(text) && !/\.\p{L}{2}/u.test(text), {
    error: "Utilisez des lettres, des espaces, des traits d’union ou des apostrophes.",
  });

/** The same, may be empty: gives null then. */
export const optionalPersonName = (missing: string) =>
  z
    .preprocess((text) => (typeof text === "string" && text.trim() === "" ? undefined : text), personName(missing).optional())
    .transform((name) => name ?? null);

/** A paragraph; line ends are kept. */
export const paragraph = (max = 4000) => clean(max).transform((text) => text.normalize("NFC").replace(/\r\n?/gu, "\n").trim());

/** A password as typed: never trimmed, never normalised away; 128 characters at most (MC-03). */
export const typedPassword = (missing = "Saisissez votre mot de passe.") =>
  z
    .string({ error: missing })
    .min(1, { error: missing })
    .max(128, { error: "128 caractères au maximum." })
    .refine(isCleanText, { error: "Ce mot de passe contient des caractères qui ne peuvent pas être saisis partout." });

/** A box that must be ticked. */
export const accepted = (message: string) => z.literal("on", { error: message });
/** A box that may be ticked. */
export const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const identifier = z.uuid({ error: "Cet élément est inconnu." });

/** The lines of a file to import, shown first; then posted again with the print of what was shown. */
export const importedText = z
  .string({ error: "Choisissez un fichier, ou collez ses lignes." })
  .max(100_000, { error: "Ce fichier est trop long : importez-le en plusieurs fois." })
  .refine(isCleanText, { error: "Ce fichier contient des caractères qui ne peuvent pas être enregistrés : enregistrez-le en CSV UTF-8." });
export const shownPrint = z.string().max(64).refine(isCleanText);

/** Where to go next; whatever is not an address of this site is dropped. */
export const returnTo = z.string().max(longestReturn).refine(isCleanText).optional().catch(undefined);

/** A day typed "JJ/MM/AAAA" (or given as "AAAA-MM-JJ"); gives "AAAA-MM-JJ". */
export const typedDay = (missing = "Indiquez une date.") =>
  line(10, missing).transform((text, context) => {
    const day = readDay(text);
    if (day === null) {
      context.addIssue({ code: "custom", message: "Cette date n’existe pas. Exemple : 01/02/1980." });
      return z.NEVER;
    }
    return day;
  });

function readDay(text: string): string | null {
  const french = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/u.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  const [year, month, date] = french ? [french[3], french[2], french[1]] : [iso?.[1], iso?.[2], iso?.[3]];
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day) || Number(year) < 1900 ? null : day;
}
