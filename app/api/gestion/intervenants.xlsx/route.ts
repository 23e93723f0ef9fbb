import { cvSearchOf } from "@/components/gestion/cvs-table";
import { route } from "@/lib/entry/route";
import { cvCsvHeader, exportCvs } from "@/lib/trainers/library/export-cvs";
import { excelResponse, queryOf } from "../file-response";

/** The same as an Excel file (AD-03). */
export const GET = route(
  { name: "trainer.export_excel", policy: "staff", application: "gestion", limit: { points: 20, per: 3600, by: "account" } },
  async (ctx, request) => {
    const { search } = cvSearchOf(queryOf(request));
    return excelResponse({ name: "intervenants", now: ctx.now, header: cvCsvHeader, batches: await exportCvs(ctx, search) });
  },
);
