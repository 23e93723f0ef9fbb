import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { isDay } from "@/lib/audit/rules";

/** What the address of the audit log says; the export reads the same. */
export const auditTable = {
  sorts: ["at"],
  direction: "desc",
  columns: ["account", "details", "network"],
  hidden: ["network"],
  filters: { who: "text", whose: "text", action: "text", sensitive: ["yes"], since: "day", until: "day" },
} as const satisfies TableSpec;

const numberOf = (cursor: string | null) => (cursor !== null && /^\d{1,15}$/u.test(cursor) ? Number(cursor) : null);
const dayOf = (text: string) => (isDay(text) ? text : "");

/** The same as the query asks for it. */
export function auditSearchOf(params: SearchParams) {
  const state = parseTableState(auditTable, params);
  const { who, whose, action, sensitive, since, until } = state.filters;
  const search = {
    who,
    whose,
    action,
    sensitive: sensitive.length > 0,
    since: dayOf(since),
    until: dayOf(until),
    direction: state.dir,
    after: numberOf(state.after),
    before: numberOf(state.before),
  };
  return { state, search };
}
