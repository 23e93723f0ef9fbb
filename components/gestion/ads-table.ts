import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { adStates } from "@/lib/trainers/ads/vocabulary";

/** What the address of the list of managed ads says. */
export const managedAdsTable = {
  sorts: ["createdAt"],
  direction: "desc",
  columns: ["structure", "state", "deadline", "createdAt"],
  filters: { state: adStates },
} as const satisfies TableSpec;

const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

export function managedAdSearchOf(params: SearchParams) {
  const state = parseTableState(managedAdsTable, params);
  const after = state.after !== null && identifier.test(state.after) ? state.after : null;
  return { state, search: { query: state.q, state: state.filters.state[0], after } };
}
