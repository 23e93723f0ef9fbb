import { json, route } from "@/lib/entry/route";
import { searchAuthorities } from "@/lib/references/search-authorities";
import { readPlaceSearch } from "../read-place-search";

/** Propositions of local authorities while a name, a postcode or a SIREN is typed: `{ results, hint }`. */
export const GET = route(
  { name: "references.search_authorities", policy: "visitor", limit: { points: 120, per: 60, by: "network" } },
  async (ctx, request) => {
    return json(await searchAuthorities(ctx, readPlaceSearch(request)));
  },
);
