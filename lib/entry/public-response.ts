import { createHash } from "node:crypto";

interface Published {
  readonly type: string;
  /** Seconds during which a cache may answer without asking. */
  readonly maxAge: number;
  /** When what it tells last changed, if that is known. */
  readonly changedAt?: Date | undefined;
}

/** An answer that is the same for everybody: caches keep it a while, and who has it already is told so instead (304). */
export function publicResponse(request: Request, body: string, { type, maxAge, changedAt }: Published): Response {
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers: Record<string, string> = {
    "Cache-Control": `public, max-age=${maxAge}`,
    ETag: tag,
    // Read by programs of other sites too.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    ...(changedAt === undefined ? {} : { "Last-Modified": changedAt.toUTCString() }),
  };
  if (isKnown(request.headers, tag, changedAt)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": type } });
}

/** A tag wins over a date, as HTTP has it. */
function isKnown(asked: Headers, tag: string, changedAt: Date | undefined): boolean {
  const known = asked.get("if-none-match");
  if (known !== null) return known.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//u, "") === tag);
  const since = Date.parse(asked.get("if-modified-since") ?? "");
  return changedAt !== undefined && !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
