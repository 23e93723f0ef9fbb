import { peopleSearchOf } from "@/components/gestion/people-table";
import { exportPeople, peopleCsvHeader } from "@/lib/accounts/people/export-people";
import { route } from "@/lib/entry/route";
import { csvResponse, queryOf } from "../file-response";

/** The people found by the page of the same query (AD-10). */
export const GET = route(
  { name: "account.export", policy: "administrator", application: "gestion", limit: { points: 20, per: 3600, by: "account" } },
  async (ctx, request) => {
    const { search } = peopleSearchOf(queryOf(request));
    return csvResponse({ name: "personnes", now: ctx.now, header: peopleCsvHeader, batches: await exportPeople(ctx, search) });
  },
);
