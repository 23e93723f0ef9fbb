import { z } from "zod";
import { identifier, line, paragraph } from "@/lib/core/fields";
import { searchQuery } from "../alerts/schemas";
import { cvPageSize } from "./vocabulary";

export const addNoteInput = z.strictObject({
  profileId: identifier,
  structureId: identifier,
  body: paragraph(2000).refine((text) => text.length > 0, { error: "Écrivez la note." }),
});
export type AddNoteInput = z.output<typeof addNoteInput>;

export const noteInput = z.strictObject({ noteId: identifier });
export type NoteInput = z.output<typeof noteInput>;

/** Several profiles come joined by dots, as an address has them. */
const profileIds = z
  .string({ error: "Choisissez au moins une personne." })
  .max(cvPageSize * 40)
  .transform((text) => [...new Set(text.split(".").filter((id) => id !== ""))])
  .pipe(z.array(identifier).min(1, { error: "Choisissez au moins une personne." }).max(cvPageSize, { error: "C’est trop à la fois." }));

export const shortlistInput = z.strictObject({ structureId: identifier, profileIds });
export type ShortlistInput = z.output<typeof shortlistInput>;

export const saveCvSearchInput = z.strictObject({
  name: line(100, "Donnez un nom à cette recherche."),
  query: searchQuery,
});
export type SaveCvSearchInput = z.output<typeof saveCvSearchInput>;

export const cvSearchInput = z.strictObject({ searchId: identifier });
export type CvSearchInput = z.output<typeof cvSearchInput>;
