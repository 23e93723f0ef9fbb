import { type NextRequest, NextResponse } from "next/server";
import { recaptchaSources } from "@/lib/captcha/csp";
import { env } from "@/lib/core/env";

/**
 * Adds the Content Security Policy, with a nonce made for this response. It never decides who may do what:
 * pages, actions and routes do, and stay right without it.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const recaptcha = (directive: keyof typeof recaptchaSources): readonly string[] =>
    env.RECAPTCHA_SITE_KEY === undefined ? [] : recaptchaSources[directive];
  const matomo = env.MATOMO_URL === undefined ? [] : [new URL(env.MATOMO_URL).origin];
  const frames = recaptcha("frame-src");
  // The development server evaluates code; production never does.
  const development = process.env.NODE_ENV === "development" ? ["'unsafe-eval'"] : [];
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'none'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...recaptcha("script-src"), ...development],
    "style-src": process.env.NODE_ENV === "development" ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    "img-src": ["'self'", "data:", "blob:", ...matomo],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...recaptcha("connect-src"), ...matomo],
    "worker-src": ["'self'"],
    "frame-src": frames.length === 0 ? ["'none'"] : frames,
    "manifest-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

export const config = {
  matcher: [{ source: "/((?!_next/static|_next/image|favicon.ico|icon.svg|api/).*)" }],
};
