import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";

/** What the address of a list of references says. */
export const referencesTable = {
  sorts: ["order"],
  filters: { state: ["active", "retired"] },
} as const satisfies TableSpec;

export function referenceSearchOf(params: SearchParams) {
  const state = parseTableState(referencesTable, params);
  return { state, search: { query: state.q, state: state.filters.state[0], after: state.after } };
}
