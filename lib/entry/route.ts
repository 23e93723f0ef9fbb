import "server-only";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import { type UsedKey, useApiKey } from "@/lib/accounts/api-keys/use-api-key";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { sameText } from "@/lib/core/crypto";
import { env } from "@/lib/core/env";
import { ensure, Refusal, refusalCodes } from "@/lib/core/refusal";
import { referenceOf } from "@/lib/core/reference";
import { consumeLimit } from "@/lib/limits/consume-limit";
import { anonymousCtx, currentCtx } from "./current-ctx";
import { requireGates } from "./gates";
import { type EntryLimit, limitKey } from "./limit-key";
import { admit, type EntryPolicy } from "./policies";
import { cameFrom, isNavigation, refusalPage } from "./refusal-page";
import { isAllowedHost, isSameOrigin } from "./same-origin";
import { unexpected } from "./unexpected";

export interface RouteSpec {
  readonly name: string;
  readonly policy: EntryPolicy;
  /** The application it belongs to: its doors are passed first (MC-13, MC-14, MC-03). */
  readonly application?: ApplicationId;
  readonly limit?: EntryLimit;
}

type Params = Readonly<Record<string, string>>;
/** `key`: what a program presented, under the policy "api_key" alone. */
type Handler = (ctx: Ctx, request: Request, params: Params, key: UsedKey | null) => Promise<Response>;

/** Makes a route handler: host, origin (for what changes something), session and policy, rate limit; then the handler. */
export function route(spec: RouteSpec, handler: Handler) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const ctx = isMachine(spec.policy) ? await anonymousCtx() : await currentCtx();
    try {
      const key = await admitRequest(spec, ctx, request);
      return await handler(ctx, request, await context.params, key);
    } catch (error) {
      if (error instanceof Refusal) return refusedResponse(error, request.headers);
      unexpected(error, spec.name, ctx.requestId);
      return json({ message: "Une erreur est survenue.", reference: referenceOf(ctx.requestId) }, 500);
    }
  };
}

/** Machines have no session; what a cookie says is not even read. */
const isMachine = (policy: EntryPolicy) => policy === "cron" || policy === "metrics" || policy === "api_key" || policy === "probe";

async function admitRequest(spec: RouteSpec, ctx: Ctx, request: Request): Promise<UsedKey | null> {
  if (spec.policy === "api_key") return useApiKey(ctx, request.headers.get("authorization"));
  if (spec.policy === "cron" || spec.policy === "metrics") admitBearer(spec.policy, request);
  else if (spec.policy !== "probe") await admitPerson(spec, ctx, request);
  return null;
}

async function admitPerson(spec: RouteSpec, ctx: Ctx, request: Request): Promise<void> {
  const safe = request.method === "GET" || request.method === "HEAD";
  if (safe ? !isAllowedHost(request.headers.get("host")) : !isSameOrigin(request.headers)) {
    throw new Refusal("forbidden", "Cette demande ne vient pas d’une page de ce site.");
  }
  const verdict = admit(spec.policy, ctx.actor);
  if (!verdict.allowed) await auditLook(ctx, { action: "entry.refused", details: { entry: spec.name, policy: spec.policy } });
  ensure(verdict);
  await requireGates(ctx, spec.application);
  if (spec.limit !== undefined) await consumeLimit(ctx, spec.name, limitKey(spec.limit, ctx), spec.limit);
}

/** Machines come with a secret of the configuration; without one configured, nobody is let in. */
function admitBearer(policy: "cron" | "metrics", request: Request): void {
  const secret = policy === "cron" ? env.CRON_SECRET : env.METRICS_TOKEN;
  const given = request.headers.get("authorization") ?? "";
  if (secret === undefined || !sameText(given, `Bearer ${secret}`)) throw new Refusal("unauthenticated", "Secret absent ou inconnu.");
}

/** JSON that no cache keeps. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store", ...headers } });

/** Words for a script, a page for a person who followed a link. */
function refusedResponse(refusal: Refusal, asked: Headers): Response {
  if (isNavigation(asked)) return refusalPage(refusal, { title: "Votre demande n’a pas abouti", back: cameFrom(asked) });
  const headers: Record<string, string> = refusal.retryAfter === undefined ? {} : { "Retry-After": String(Math.ceil(refusal.retryAfter)) };
  return json({ message: refusal.message, fieldErrors: refusal.fieldErrors }, refusalCodes[refusal.code], headers);
}
