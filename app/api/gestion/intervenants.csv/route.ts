import { cvSearchOf } from "@/components/gestion/cvs-table";
import { route } from "@/lib/entry/route";
import { cvCsvHeader, exportCvs } from "@/lib/trainers/library/export-cvs";
import { csvResponse, queryOf } from "../file-response";

/** The CVs found by the page of the same query (AD-03). */
export const GET = route(
  { name: "trainer.export", policy: "staff", application: "gestion", limit: { points: 20, per: 3600, by: "account" } },
  async (ctx, request) => {
    const { search } = cvSearchOf(queryOf(request));
    return csvResponse({ name: "intervenants", now: ctx.now, header: cvCsvHeader, batches: await exportCvs(ctx, search) });
  },
);
