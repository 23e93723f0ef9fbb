import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import type { ManagedAdSearch } from "@/lib/trainers/ads/manage-ads";
import { adStates } from "@/lib/trainers/ads/vocabulary";

/** What the address of the list of managed ads says; its exports read the same (AD-05). */
export const managedAdsTable = {
  sorts: ["createdAt"],
  direction: "desc",
  columns: ["structure", "state", "deadline", "createdAt"],
  filters: { state: adStates, structure: "text" },
} as const satisfies TableSpec;

const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

export function managedAdSearchOf(params: SearchParams) {
  const state = parseTableState(managedAdsTable, params);
  const { state: states, structure } = state.filters;
  const search: ManagedAdSearch = {
    query: state.q,
    state: states[0],
    structureId: identifier.test(structure) ? structure : undefined,
    direction: state.dir,
    after: state.after !== null && identifier.test(state.after) ? state.after : null,
  };
  return { state, search };
}
