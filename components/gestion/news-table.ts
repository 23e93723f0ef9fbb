import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { newsStates } from "@/lib/content/news/vocabulary";

/** What the address of the list of news says. */
export const managedNewsTable = {
  sorts: ["createdAt"],
  direction: "desc",
  columns: ["state", "publishAt", "changedAt"],
  filters: { state: newsStates },
} as const satisfies TableSpec;

const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

export function managedNewsSearchOf(params: SearchParams) {
  const state = parseTableState(managedNewsTable, params);
  const after = state.after !== null && identifier.test(state.after) ? state.after : null;
  return { state, search: { query: state.q, state: state.filters.state[0], after } };
}
