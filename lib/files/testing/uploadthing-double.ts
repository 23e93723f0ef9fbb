import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type HeldObject, type Handler, type Reply, startDouble } from "./double-server";

const apiKey = "sk_test_double";
const appId = "appdouble";

export const uploadthingToken = Buffer.from(JSON.stringify({ apiKey, appId, regions: ["fra1"] })).toString("base64");

/** The part of UploadThing that the store uses: signed ingest, deletion and list by API, private files by signed link. */
export const startUploadthingDouble = () => startDouble(uploadthingHandler);

function uploadthingHandler(objects: Map<string, HeldObject>): Handler {
  const customIds = new Map<string, string>();
  return async (request, url, body): Promise<Reply> => {
    if (url.pathname.startsWith("/v6/"))
      return request.headers["x-uploadthing-api-key"] === apiKey ? answerApi(objects, customIds, url.pathname, body) : refuse(401);
    if (!isSigned(url)) return refuse(403);
    if (request.method === "PUT") return ingest(objects, customIds, request, url, body);
    const held = objects.get(url.pathname.replace(`/a/${appId}/`, ""));
    return held === undefined ? refuse(404) : { status: 200, body: held.bytes };
  };
}

const refuse = (status: number): Reply => ({
  status,
  body: JSON.stringify({ error: "refused" }),
  headers: { "content-type": "application/json" },
});
const answer = (body: unknown): Reply => ({ status: 200, body: JSON.stringify(body), headers: { "content-type": "application/json" } });

/** The signature covers the address before it, and the link is still young. */
function isSigned(url: URL): boolean {
  const [signed = ""] = url.href.split("&signature=");
  const expected = `hmac-sha256=${createHmac("sha256", apiKey).update(signed).digest("hex")}`;
  return url.searchParams.get("signature") === expected && Number(url.searchParams.get("expires")) > Date.now();
}

async function ingest(
  objects: Map<string, HeldObject>,
  customIds: Map<string, string>,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): Promise<Reply> {
  // A public file would be readable by whoever guesses its address: the stand-in refuses what the real service accepts.
  if (decodeURIComponent(url.searchParams.get("x-ut-acl") ?? "") !== "private") return refuse(400);
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": request.headers["content-type"] ?? "" } }).formData();
  const file = form.get("file");
  if (!(file instanceof File) || String(file.size) !== url.searchParams.get("x-ut-file-size")) return refuse(400);
  const key = url.pathname.slice(1);
  objects.set(key, { bytes: Buffer.from(await file.arrayBuffer()), at: new Date() });
  customIds.set(decodeURIComponent(url.searchParams.get("x-ut-custom-id") ?? ""), key);
  const ufsUrl = new URL(`/a/${appId}/${key}`, url).href;
  return answer({ url: ufsUrl, appUrl: ufsUrl, ufsUrl, fileHash: "double" });
}

function answerApi(objects: Map<string, HeldObject>, customIds: Map<string, string>, path: string, body: Buffer): Reply {
  const input: { fileKeys?: string[]; customIds?: string[]; limit?: number; offset?: number } = JSON.parse(body.toString());
  if (path === "/v6/deleteFiles") {
    const keys = [...(input.fileKeys ?? []), ...(input.customIds ?? []).flatMap((id) => customIds.get(id) ?? [])];
    return answer({ success: true, deletedCount: keys.filter((key) => objects.delete(key)).length });
  }
  if (path !== "/v6/listFiles") return refuse(404);
  const { limit = 500, offset = 0 } = input;
  const all = [...objects].map(([key, { bytes, at }]) => ({
    id: key,
    customId: null,
    key,
    name: "x.bin",
    size: bytes.length,
    status: "Uploaded",
    uploadedAt: at.getTime(),
  }));
  return answer({ hasMore: offset + limit < all.length, files: all.slice(offset, offset + limit) });
}
