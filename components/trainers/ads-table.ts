import {
  changeTableState,
  idOf,
  parseTableState,
  type SearchParams,
  tableEntries,
  type TableSpec,
  type TableState,
} from "@/components/table/table-state";
import { isDay } from "@/lib/audit/rules";
import type { AdSearch } from "@/lib/trainers/ads/search-ads";
import { adSorts } from "@/lib/trainers/ads/vocabulary";

/** What the address of a search of ads says: every search can be shared or bookmarked (EI-10). */
export const adsTable = {
  sorts: adSorts,
  direction: "desc",
  columns: ["specialty", "place", "start", "end", "deadline"],
  filters: {
    specialite: "texts",
    sousSpecialite: "texts",
    region: "texts",
    departement: "texts",
    structure: "texts",
    du: "day",
    au: "day",
    limite: "day",
  },
} as const satisfies TableSpec;

/** Always as TableState<AdsTable>: a shorter name would hide from the compiler that it is the state of a table. */
export type AdsTable = typeof adsTable;
export type AdFilters = TableState<AdsTable>["filters"];

const codes = (texts: readonly string[]) => texts.filter((text) => /^[\dA-Z]{1,4}$/u.test(text));
const dayOf = (text: string) => (isDay(text) ? text : "");
const orNull = (day: string) => (day === "" ? null : day);

/** The state of the list, and the same as the query asks for it; what cannot be a code or a day is dropped from both. */
export function adSearchOf(params: SearchParams): { readonly state: TableState<AdsTable>; readonly search: AdSearch } {
  const given = parseTableState(adsTable, params);
  const filters: AdFilters = {
    specialite: codes(given.filters.specialite),
    sousSpecialite: codes(given.filters.sousSpecialite),
    region: codes(given.filters.region),
    departement: codes(given.filters.departement),
    structure: given.filters.structure.filter((text) => idOf(text) !== null),
    du: dayOf(given.filters.du),
    au: dayOf(given.filters.au),
    limite: dayOf(given.filters.limite),
  };
  const state: TableState<AdsTable> = { ...given, after: idOf(given.after), before: idOf(given.before), filters };
  return { state, search: searchOf(state) };
}

/** What a state asks of the database. */
export const searchOf = ({ q, sort, dir, after, before, filters }: TableState<AdsTable>): AdSearch => ({
  query: q,
  criteria: {
    specialty: filters.specialite,
    subSpecialty: filters.sousSpecialite,
    region: filters.region,
    department: filters.departement,
    structure: filters.structure,
  },
  from: orNull(filters.du),
  until: orNull(filters.au),
  deadlineFrom: orNull(filters.limite),
  sort,
  direction: dir,
  after,
  before,
});

/** What is searched, without its page, its order and its columns: what the feed and the open data of a search ask for. */
export const adQueryOf = (state: TableState<AdsTable>): readonly (readonly [string, string])[] =>
  tableEntries(adsTable, changeTableState(state, { sort: "relevance", dir: "desc", columns: [...adsTable.columns] }));

/** The same of an address: the feed and the open data of a search have its query. */
export function adSearchOfAddress(address: string) {
  const { searchParams } = new URL(address);
  return adSearchOf(Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)])));
}
