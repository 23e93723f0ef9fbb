import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import type { ReceivedSearch } from "@/lib/trainers/applications/received-applications";
import { receivedStates } from "@/lib/trainers/applications/vocabulary";

/** What the address of the list of applications to an ad says; its exports read the same (AD-05). */
export const receivedTable = {
  sorts: ["state", "sentAt"],
  columns: ["match", "contact", "state", "sentAt"],
  filters: { etat: receivedStates },
} as const satisfies TableSpec;

const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

export function receivedSearchOf(params: SearchParams) {
  const state = parseTableState(receivedTable, params);
  const search: ReceivedSearch = {
    query: state.q,
    state: state.filters.etat[0],
    sort: state.sort,
    direction: state.dir,
    after: state.after !== null && identifier.test(state.after) ? state.after : null,
  };
  return { state, search };
}
