import { route } from "@/lib/entry/route";
import { ownProfilePdf } from "@/lib/trainers/profile-pdf/profile-pdf";
import { pdfResponse } from "../pdf-response";

/** One's own CV as a PDF (EI-33). */
export const GET = route(
  { name: "trainers.own_pdf", policy: "signed_in", application: "intervenants", limit: { points: 20, per: 60, by: "account" } },
  async (ctx) => pdfResponse(await ownProfilePdf(ctx)),
);
