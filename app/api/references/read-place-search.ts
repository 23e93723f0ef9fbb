import { Refusal } from "@/lib/core/refusal";
import { fieldErrorsOf } from "@/lib/entry/action";
import { searchPlacesInput } from "@/lib/references/schemas";

/** What a search of places was asked (`?q=…&limit=…`); refused when it cannot be a search. */
export function readPlaceSearch(request: Request): { readonly query: string; readonly limit: number } {
  const parsed = searchPlacesInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) throw new Refusal("invalid", "Cette recherche n’est pas valide.", fieldErrorsOf(parsed.error));
  return { query: parsed.data.q ?? "", limit: parsed.data.limit };
}
