import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { isDay } from "@/lib/audit/rules";
import type { AdSearch } from "@/lib/trainers/ads/search-ads";
import { adSorts } from "@/lib/trainers/ads/vocabulary";

/** What the address of a search of ads says: every search can be shared or bookmarked (EI-10). */
export const adsTable = {
  sorts: adSorts,
  direction: "desc",
  columns: ["specialty", "place", "start", "end", "deadline"],
  filters: {
    specialite: "text",
    sousSpecialite: "text",
    region: "text",
    departement: "text",
    structure: "text",
    du: "day",
    au: "day",
    limite: "day",
  },
} as const satisfies TableSpec;

const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;
const idOf = (cursor: string | null) => (cursor !== null && identifier.test(cursor) ? cursor : null);
const codeOf = (text: string) => (/^[\dA-Z]{1,4}$/u.test(text) ? [text] : []);
const dayOf = (text: string) => (isDay(text) ? text : null);

/** The same as the query asks for it; what cannot be a code is dropped. */
export function adSearchOf(params: SearchParams) {
  const state = parseTableState(adsTable, params);
  const { specialite, sousSpecialite, region, departement, structure, du, au, limite } = state.filters;
  const search: AdSearch = {
    query: state.q,
    criteria: {
      specialty: codeOf(specialite),
      subSpecialty: codeOf(sousSpecialite),
      region: codeOf(region),
      department: codeOf(departement),
      structure: identifier.test(structure) ? [structure] : [],
    },
    from: dayOf(du),
    until: dayOf(au),
    deadlineFrom: dayOf(limite),
    sort: state.sort,
    direction: state.dir,
    after: idOf(state.after),
    before: idOf(state.before),
  };
  return { state, search };
}
