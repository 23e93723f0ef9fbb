import { json, route } from "@/lib/entry/route";
import { searchStructures } from "@/lib/references/search-structures";

const longest = 100;

/** Propositions of structures while a name is typed: `{ results: [{ id, label, detail }] }`. */
export const GET = route(
  { name: "references.search_structures", policy: "administrator", application: "gestion", limit: { points: 240, per: 60, by: "account" } },
  async (ctx, request) => {
    const query = new URL(request.url).searchParams.get("q") ?? "";
    return json({ results: await searchStructures(ctx, { query: query.slice(0, longest) }) });
  },
);
