import { route } from "@/lib/entry/route";
import { contentDisposition } from "@/lib/files/file-name";
import { webStream } from "@/lib/files/web-stream";
import { lookAtPiece, type SeenPiece } from "@/lib/trainers/dossier/looks/look-at-piece";

/** A piece of a dossier for the member of staff who said why they look (EI-60, EI-98): images and PDF shown in the page. */
export const GET = route(
  { name: "manage.dossier_piece", policy: "staff", application: "gestion", limit: { points: 120, per: 60, by: "account" } },
  async (ctx, _request, { version = "", slot = "" }) => pieceResponse(await lookAtPiece(ctx, { versionId: version, slot })),
);

const shownInPage = new Set(["image/jpeg", "application/pdf"]);

const pieceResponse = ({ name, mediaType, content }: SeenPiece): Response =>
  new Response(Buffer.isBuffer(content) ? new Uint8Array(content) : webStream(content), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": contentDisposition(name, shownInPage.has(mediaType) ? "inline" : "attachment"),
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
    },
  });
