import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import type { ManagedAdSearch } from "@/lib/trainers/ads/manage-ads";
import { adStates } from "@/lib/trainers/ads/vocabulary";

/** What the address of the list of managed ads says; its exports read the same (AD-05). */
export const managedAdsTable = {
  sorts: ["createdAt"],
  direction: "desc",
  columns: ["structure", "state", "deadline", "createdAt"],
  filters: { state: adStates, structure: "text" },
} as const satisfies TableSpec;

export function managedAdSearchOf(params: SearchParams) {
  const state = parseTableState(managedAdsTable, params);
  const { state: states, structure } = state.filters;
  const search: ManagedAdSearch = {
    query: state.q,
    state: states[0],
    structureId: idOf(structure) ?? undefined,
    direction: state.dir,
    after: idOf(state.after),
  };
  return { state, search };
}
