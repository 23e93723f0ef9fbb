import { type HeldObject, type Handler, type Reply, startDouble } from "./double-server";

export const s3Bucket = "fichiers";
export const s3Keys = { accessKeyId: "test-access", secretAccessKey: "test-secret" };

/** Two objects a page, so that paging is exercised. */
const pageSize = 2;

/** The part of S3 that the store uses: PutObject, GetObject, DeleteObject, ListObjectsV2, addressed by path. */
export const startS3Double = () => startDouble(s3Handler);

function s3Handler(objects: Map<string, HeldObject>): Handler {
  return (request, url, body): Reply => {
    const authorized = request.headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${s3Keys.accessKeyId}/`) === true;
    if (!authorized) return failure(403, "AccessDenied");
    const [, bucket, ...rest] = decodeURIComponent(url.pathname).split("/");
    if (bucket !== s3Bucket) return failure(404, "NoSuchBucket");
    const key = rest.join("/");
    if (request.method === "GET" && key === "") return list(objects, url);
    if (request.method === "PUT") {
      objects.set(key, { bytes: body, at: new Date() });
      return { status: 200, headers: { etag: '"test"' } };
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return { status: 204 };
    }
    const held = objects.get(key);
    return held === undefined
      ? failure(404, "NoSuchKey")
      : { status: 200, body: held.bytes, headers: { "content-type": "application/octet-stream" } };
  };
}

const failure = (status: number, code: string): Reply => ({
  status,
  headers: { "content-type": "application/xml" },
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});

function list(objects: Map<string, HeldObject>, url: URL): Reply {
  const prefix = url.searchParams.get("prefix") ?? "";
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  const start = Number(url.searchParams.get("continuation-token") ?? 0);
  const contents = keys.slice(start, start + pageSize).map((key) => {
    const held = objects.get(key);
    return `<Contents><Key>${key}</Key><LastModified>${held?.at.toISOString()}</LastModified><Size>${held?.bytes.length}</Size></Contents>`;
  });
  const more = start + pageSize < keys.length;
  const next = more ? `<NextContinuationToken>${start + pageSize}</NextContinuationToken>` : "";
  return {
    status: 200,
    headers: { "content-type": "application/xml" },
    body: `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join("")}${next}</ListBucketResult>`,
  };
}
