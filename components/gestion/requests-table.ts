import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
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

const identifier = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;
const matched = (text: string | null, shape: RegExp) => (text !== null && shape.test(text) ? text : undefined);

export function requestSearchOf(params: SearchParams) {
  const state = parseTableState(requestsTable, params);
  const { structure, etat, age, specialite } = state.filters;
  const days = age[0];
  const search: RequestSearch = {
    query: state.q,
    state: etat[0] ?? "submitted",
    structureId: matched(structure, identifier),
    specialty: matched(specialite, /^[\dA-Z]{1,4}$/u),
    olderThan: days === undefined ? undefined : Number(days),
    direction: state.dir,
    after: matched(state.after, identifier) ?? null,
  };
  return { state, search };
}
