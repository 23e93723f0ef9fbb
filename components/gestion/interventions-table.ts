import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";

/** What the address of the list of interventions says. */
export const interventionsTable = {
  sorts: ["startsOn"],
  direction: "desc",
  columns: ["structure", "hours", "reference"],
} as const satisfies TableSpec;

export function interventionSearchOf(params: SearchParams) {
  const state = parseTableState(interventionsTable, params);
  return { state, search: { query: state.q, after: state.after } };
}
