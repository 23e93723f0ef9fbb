import { json, route } from "@/lib/entry/route";
import { searchCommunes } from "@/lib/references/search-communes";
import { readPlaceSearch } from "../read-place-search";

/** Propositions of communes with their postcode, for an address: `{ results }`. */
export const GET = route(
  { name: "references.search_communes", policy: "visitor", limit: { points: 120, per: 60, by: "network" } },
  async (ctx, request) => {
    return json({ results: await searchCommunes(ctx, readPlaceSearch(request)) });
  },
);
