import { absent } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { exportHeader, exportList } from "@/lib/references/manage/export-list";
import { listOfSlug } from "@/lib/references/manage/vocabulary";
import { csvResponse } from "../../file-response";

/** A whole list of references, as a file that can be imported again (AD-09). */
export const GET = route(
  { name: "reference.export", policy: "administrator", application: "gestion", limit: { points: 60, per: 3600, by: "account" } },
  async (ctx, _request, params) => {
    const slug = params["liste"] ?? "";
    const list = listOfSlug(slug);
    if (list === null) throw absent();
    return csvResponse({ name: slug, now: ctx.now, header: exportHeader(list), batches: await exportList(ctx, list) });
  },
);
