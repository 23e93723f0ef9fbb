import { fileRights } from "@/app/api/files/rights";
import { absent } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { downloadHeaders } from "@/lib/files/download-headers";
import { readFile } from "@/lib/files/read-file";
import { webStream } from "@/lib/files/web-stream";
import { readPublicAdFile } from "@/lib/trainers/ads/read-ad-file";

/** The file of a published ad, for everybody (AD-05): a download that runs nothing. */
export const GET = route(
  { name: "ads.file", policy: "visitor", limit: { points: 60, per: 60, by: "network" } },
  async (ctx, request, { number }) => {
    const file = await readPublicAdFile(ctx, number ?? "");
    if (file === null) throw absent();
    const { row, stream } = await readFile(ctx, file.id, fileRights);
    const headers = downloadHeaders(row);
    if (request.method === "HEAD") {
      // A body that nobody reads must not keep the store's connection open.
      stream.destroy();
      return new Response(null, { headers });
    }
    return new Response(webStream(stream), { headers });
  },
);
