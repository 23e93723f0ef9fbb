import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";

/** What the address of a list of applications says: its page. */
export const applicationsTable = { sorts: ["lastAction"], direction: "desc" } as const satisfies TableSpec;

const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

export function applicationsStateOf(params: SearchParams) {
  const state = parseTableState(applicationsTable, params);
  return { ...state, after: state.after !== null && identifier.test(state.after) ? state.after : null };
}
