import { parseTableState, type SearchParams, type TableSpec } from "@/components/table/table-state";
import { listMailsInput } from "@/lib/mail/schemas";
import { mailStates } from "@/lib/mail/vocabulary";

/** What the address of the list of mails says. */
export const mailsTable = {
  sorts: ["createdAt"],
  direction: "desc",
  columns: ["kind", "sentAt", "attempts"],
  hidden: ["kind", "sentAt", "attempts"],
  filters: { state: mailStates },
} as const satisfies TableSpec;

/** The same as the query asks for it; the search is a part of the address written to. */
export function mailsSearchOf(params: SearchParams) {
  const state = parseTableState(mailsTable, params);
  return {
    state,
    search: listMailsInput.parse({
      state: state.filters.state[0],
      address: state.q === "" ? undefined : state.q,
      after: state.after ?? undefined,
      before: state.before ?? undefined,
    }),
  };
}
