import { z } from "zod";
import { identifier, line, ticked } from "@/lib/core/fields";
import { isCleanText } from "@/lib/core/text";

export const stopAlertsInput = z.strictObject({ token: identifier });
export type StopAlertsInput = z.output<typeof stopAlertsInput>;

/** The query of the address of a search, as a browser writes it. */
export const searchQuery = z
  .string()
  .max(2000, { error: "Cette recherche est trop longue pour être enregistrée." })
  .refine(isCleanText, { error: "Cette recherche ne peut pas être enregistrée." })
  .transform((text) => {
    const params = new URLSearchParams(text);
    for (const passing of ["after", "before", "columns"]) params.delete(passing);
    return params.toString();
  });

export const saveSearchInput = z.strictObject({
  name: line(100, "Donnez un nom à cette recherche."),
  query: searchQuery,
  alert: ticked,
});
export type SaveSearchInput = z.output<typeof saveSearchInput>;

export const searchInput = z.strictObject({ searchId: identifier });
export type SearchInput = z.output<typeof searchInput>;

export const searchAlertInput = z.strictObject({
  searchId: identifier,
  alert: z.enum(["oui", "non"], { error: "Ce choix est inconnu." }).transform((word) => word === "oui"),
});
export type SearchAlertInput = z.output<typeof searchAlertInput>;
