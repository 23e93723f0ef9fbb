import { absent } from "@/lib/core/refusal";
import { route } from "@/lib/entry/route";
import { downloadHeaders } from "@/lib/files/download-headers";
import { readFile } from "@/lib/files/read-file";
import { webStream } from "@/lib/files/web-stream";
import { fileRights } from "../rights";

/** A file, for who may see it (TR-21). */
export const GET = route({ name: "files.read", policy: "signed_in" }, async (ctx, request, { id }) => {
  if (id === undefined) throw absent();
  const { row, stream } = await readFile(ctx, id, fileRights);
  const headers = downloadHeaders(row);
  if (request.method === "HEAD") {
    // A body that nobody reads must not keep the store's connection open.
    stream.destroy();
    return new Response(null, { headers });
  }
  return new Response(webStream(stream), { headers });
});
