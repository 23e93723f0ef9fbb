import "server-only";
import { headers } from "next/headers";
import { siteHeaders } from "./current-ctx";

const mostKept = 1_000;
// One memory for every bundle of the server.
const memory = globalThis as { espacesRefused?: Set<string> };
const refused = (memory.espacesRefused ??= new Set());

/** Remembers that this request's action was refused: without JavaScript, the page is drawn again in the same request. */
export function noteRefused(requestId: string): void {
  refused.add(requestId);
  const [oldest] = refused;
  if (refused.size > mostKept && oldest !== undefined) refused.delete(oldest);
}

/** Whether the page being drawn answers a form that was refused: its title then says so first. */
export const isRefusedRequest = async (): Promise<boolean> => refused.has((await headers()).get(siteHeaders.requestId) ?? "");
