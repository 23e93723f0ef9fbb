import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { isDay } from "@/lib/audit/rules";
import type { InterventionSearch } from "@/lib/trainers/interventions/list-interventions";

/** What the address of the list of interventions says; its exports read the same (AD-08). */
export const interventionsTable = {
  sorts: ["startsOn"],
  direction: "desc",
  columns: ["structure", "startsOn", "hours", "reference"],
  filters: { structure: "text", du: "day", au: "day" },
} as const satisfies TableSpec;

const dayOf = (text: string) => (isDay(text) ? text : undefined);

export function interventionSearchOf(params: SearchParams) {
  const state = parseTableState(interventionsTable, params);
  const { structure, du, au } = state.filters;
  const search: InterventionSearch = {
    query: state.q,
    structureId: idOf(structure) ?? undefined,
    from: dayOf(du),
    until: dayOf(au),
    direction: state.dir,
    after: state.after,
  };
  return { state, search };
}
