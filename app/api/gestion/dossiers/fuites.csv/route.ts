import { breachSearchOf } from "@/components/gestion/breach-table";
import { absent } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { breachHeader, exportBreach } from "@/lib/trainers/dossier/breach/export-breach";
import { csvResponse, queryOf } from "../../file-response";

/** The people whose data an account touched, for the notification to the authority. */
export const GET = route(
  { name: "manage.breach_csv", policy: "administrator", application: "gestion", limit: { points: 20, per: 3600, by: "account" } },
  async (ctx, request) => {
    const { id, days } = breachSearchOf(queryOf(request));
    if (id === null || days === null) throw absent();
    return csvResponse({ name: "fuite", now: ctx.now, header: breachHeader, batches: await exportBreach(ctx, { who: id, ...days }) });
  },
);
