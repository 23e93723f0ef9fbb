import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { isDay } from "@/lib/audit/rules";
import type { CvSearch } from "@/lib/trainers/library/search-cvs";
import { cvSorts } from "@/lib/trainers/library/vocabulary";
import { statuses } from "@/lib/trainers/profile/vocabulary";

/** What the address of the CVthèque says; exports and saved searches read the same (AD-03). */
export const cvsTable = {
  sorts: cvSorts,
  columns: ["specialties", "structure", "regions", "status", "languages", "validatedAt"],
  hidden: ["languages", "validatedAt"],
  filters: {
    specialite: "texts",
    sousSpecialite: "texts",
    region: "texts",
    departement: "texts",
    structure: "texts",
    statut: statuses,
    langue: "text",
    etranger: ["oui"],
    intervenu: ["oui", "non"],
    du: "day",
    au: "day",
  },
} as const satisfies TableSpec;

export type CvsState = ReturnType<typeof parseTableState<typeof cvsTable>>;

const codes = (texts: readonly string[]) => texts.filter((text) => /^[\dA-Z]{1,4}$/u.test(text));
const dayOf = (text: string) => (isDay(text) ? text : "");
const orNull = (day: string) => (day === "" ? null : day);

/** The state of the list, and the same as the query asks for it; what cannot be a code or a day is dropped from both. */
export function cvSearchOf(params: SearchParams): { readonly state: CvsState; readonly search: CvSearch } {
  const given = parseTableState(cvsTable, params);
  const filters: CvsState["filters"] = {
    ...given.filters,
    specialite: codes(given.filters.specialite),
    sousSpecialite: codes(given.filters.sousSpecialite),
    region: codes(given.filters.region),
    departement: codes(given.filters.departement),
    structure: given.filters.structure.filter((text) => idOf(text) !== null),
    du: dayOf(given.filters.du),
    au: dayOf(given.filters.au),
  };
  const state: CvsState = { ...given, after: idOf(given.after), before: idOf(given.before), filters };
  return { state, search: searchOf(state) };
}

const searchOf = ({ q, sort, dir, after, before, filters }: CvsState): CvSearch => {
  const [worked] = filters.intervenu;
  // Two days in the wrong order mean the same days.
  const [from = "", until = ""] = filters.du !== "" && filters.au !== "" ? [filters.du, filters.au].sort() : [filters.du, filters.au];
  return {
    query: q,
    specialties: filters.specialite,
    subSpecialties: filters.sousSpecialite,
    regions: filters.region,
    departments: filters.departement,
    structures: filters.structure,
    statuses: filters.statut,
    language: filters.langue,
    abroad: filters.etranger.length > 0,
    worked: filters.intervenu.length === 1 ? worked === "oui" : null,
    from: orNull(from),
    until: orNull(until),
    sort,
    direction: dir,
    after,
    before,
  };
};
