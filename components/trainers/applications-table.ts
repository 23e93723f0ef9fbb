import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";

/** What the address of a list of applications says: its page. */
export const applicationsTable = { sorts: ["lastAction"], direction: "desc" } as const satisfies TableSpec;

export function applicationsStateOf(params: SearchParams) {
  const state = parseTableState(applicationsTable, params);
  return { ...state, after: idOf(state.after) };
}
