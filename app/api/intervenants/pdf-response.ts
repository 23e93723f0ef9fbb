import { contentDisposition } from "@/lib/files/file-name";
import { webStream } from "@/lib/files/web-stream";
import type { ProfilePdf } from "@/lib/trainers/profile-pdf/profile-pdf";

/** A download that no cache keeps. */
export const pdfResponse = ({ fileName, stream }: ProfilePdf): Response =>
  new Response(webStream(stream), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": contentDisposition(fileName, "attachment"),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
