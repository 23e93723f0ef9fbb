import { idOf, parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { isDay } from "@/lib/audit/rules";

/** What the address of the breach drill says; the export reads the same. */
export const breachTable = {
  sorts: ["count"],
  direction: "desc",
  filters: { qui: "text", du: "day", au: "day" },
} as const satisfies TableSpec;

/** `who`: what was typed; `id`: the account, once it is known. */
export function breachSearchOf(params: SearchParams) {
  const state = parseTableState(breachTable, params);
  const { qui, du, au } = state.filters;
  const days = isDay(du) && isDay(au) && du <= au ? { since: du, until: au } : null;
  return { state, who: qui, id: idOf(qui), days };
}
