import { breachSearchOf } from "@/components/gestion/breach-table";
import { absent } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { breachHeader, exportBreach } from "@/lib/trainers/dossier/breach/export-breach";
import { csvResponse, excelResponse, queryOf } from "../../../file-response";

const responses: Readonly<Record<string, typeof csvResponse | typeof excelResponse>> = {
  "fuite.csv": csvResponse,
  "fuite.xlsx": excelResponse,
};

/** The people whose data an account touched, as the page of the same query finds them, for the notification to the authority. */
export const GET = route(
  { name: "manage.export_breach", policy: "administrator", application: "gestion", limit: { points: 40, per: 3600, by: "account" } },
  async (ctx, request, params) => {
    const file = params["fichier"] ?? "";
    const respond = Object.hasOwn(responses, file) ? responses[file] : undefined;
    const { id, days } = breachSearchOf(queryOf(request));
    if (respond === undefined || id === null || days === null) throw absent();
    return respond({ name: "fuite", now: ctx.now, header: breachHeader, batches: await exportBreach(ctx, { who: id, ...days }) });
  },
);
