import { json, route } from "@/lib/entry/route";
import { searchEmployers } from "@/lib/references/search-employers";
import { readPlaceSearch } from "../read-place-search";

/** Propositions of public employers while a name or a SIRET is typed (EI-25): `{ results }`. */
export const GET = route(
  { name: "references.search_employers", policy: "visitor", limit: { points: 120, per: 60, by: "network" } },
  async (ctx, request) => {
    return json({ results: await searchEmployers(ctx, readPlaceSearch(request)) });
  },
);
