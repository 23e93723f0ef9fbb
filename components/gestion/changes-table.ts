import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import type { ChangeSearch } from "@/lib/trainers/change-requests/list-changes";

/** What the address of the list of demands of change says; its exports read the same (EI-99). */
export const changesTable = {
  sorts: ["createdAt"],
  columns: ["label", "structure", "createdAt"],
  filters: { structure: "text" },
} as const satisfies TableSpec;

export function changeSearchOf(params: SearchParams) {
  const state = parseTableState(changesTable, params);
  const { structure } = state.filters;
  const search: ChangeSearch = {
    query: state.q,
    structureId: idOf(structure) ?? undefined,
    direction: state.dir,
    after: state.after,
  };
  return { state, search };
}
