import { pdfResponse } from "@/app/api/intervenants/pdf-response";
import { route } from "@/lib/entry/route";
import { trainerPdf } from "@/lib/trainers/profile-pdf/profile-pdf";

/** A trainer's CV as a PDF, for the managers who may read it (AD-03). */
export const GET = route(
  { name: "manage.trainer_pdf", policy: "staff", application: "gestion", limit: { points: 60, per: 60, by: "account" } },
  async (ctx, _request, { id = "" }) => pdfResponse(await trainerPdf(ctx, id)),
);
