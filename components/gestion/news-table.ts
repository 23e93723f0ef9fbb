import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { newsStates } from "@/lib/content/news/vocabulary";

/** What the address of the list of news says. */
export const managedNewsTable = {
  sorts: ["createdAt"],
  direction: "desc",
  columns: ["state", "publishAt", "changedAt"],
  filters: { state: newsStates },
} as const satisfies TableSpec;

export function managedNewsSearchOf(params: SearchParams) {
  const state = parseTableState(managedNewsTable, params);
  const after = idOf(state.after);
  return { state, search: { query: state.q, state: state.filters.state[0], after } };
}
