import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import type { ReceivedSearch } from "@/lib/trainers/applications/received-applications";
import { receivedStates } from "@/lib/trainers/applications/vocabulary";

/** What the address of the list of applications to an ad says; its exports read the same (AD-05). */
export const receivedTable = {
  sorts: ["state", "sentAt"],
  columns: ["match", "contact", "state", "sentAt"],
  filters: { etat: receivedStates },
} as const satisfies TableSpec;

export function receivedSearchOf(params: SearchParams) {
  const state = parseTableState(receivedTable, params);
  const search: ReceivedSearch = {
    query: state.q,
    state: state.filters.etat[0],
    sort: state.sort,
    direction: state.dir,
    after: idOf(state.after),
  };
  return { state, search };
}
