import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { roles } from "@/lib/accounts/roles/vocabulary";
import { personStates } from "@/lib/accounts/people/vocabulary";

/** What the address of the list of people says; the export reads the same. */
export const peopleTable = {
  sorts: ["name", "createdAt"],
  columns: ["address", "roles", "state", "lastSignInAt", "createdAt"],
  filters: { role: roles, state: personStates },
} as const satisfies TableSpec;

/** The same as the query asks for it. */
export function peopleSearchOf(params: SearchParams) {
  const state = parseTableState(peopleTable, params);
  const { q, sort, dir, filters, after, before } = state;
  return {
    state,
    search: { query: q, sort, direction: dir, role: filters.role[0], state: filters.state[0], after: idOf(after), before: idOf(before) },
  };
}
