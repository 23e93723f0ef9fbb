import { env } from "@/lib/core/env";

const configured = () => [new URL(env.APP_URL).host.toLowerCase(), ...env.ALLOWED_HOSTS];

/** A host this installation answers for; anything else is a forged Host header. */
export const isAllowedHost = (host: string | null): boolean => host !== null && configured().includes(host.toLowerCase());

/**
 * Whether a request that changes something comes from our own pages. An absent Origin is refused:
 * the framework alone would let it pass.
 */
export function isSameOrigin(headers: Pick<Headers, "get">): boolean {
  const host = headers.get("host");
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (!isAllowedHost(host) || origin === null || (site !== null && site !== "same-origin")) return false;
  try {
    return new URL(origin).host.toLowerCase() === host?.toLowerCase();
  } catch {
    return false;
  }
}
