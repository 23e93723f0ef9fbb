import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import type { RequestSearch } from "@/lib/trainers/review/list-requests";
import { requestStates } from "@/lib/trainers/review/vocabulary";

/** Days since the last sending, as the filter has them. */
export const requestAges = ["7", "14", "30"] as const;

/** What the address of the queue of requests says (AD-02). */
export const requestsTable = {
  sorts: ["sentAt"],
  columns: ["structure", "specialties", "sentAt", "studiedBy"],
  filters: { structure: "text", etat: requestStates, age: requestAges, specialite: "text" },
} as const satisfies TableSpec;

export function requestSearchOf(params: SearchParams) {
  const state = parseTableState(requestsTable, params);
  const { structure, etat, age, specialite } = state.filters;
  const days = age[0];
  const search: RequestSearch = {
    query: state.q,
    state: etat[0] ?? "submitted",
    structureId: idOf(structure) ?? undefined,
    specialty: /^[\dA-Z]{1,4}$/u.test(specialite) ? specialite : undefined,
    olderThan: days === undefined ? undefined : Number(days),
    direction: state.dir,
    after: idOf(state.after),
  };
  return { state, search };
}
