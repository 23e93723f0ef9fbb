import { log } from "@/lib/core/log";
import { referenceOf } from "@/lib/core/reference";

/** All that such an error says further on: what it was stands in the log. */
export const alreadyLogged = "unexpected error";

/**
 * Logs what nobody expected and gives it the request's reference: the framework passes `digest`
 * to the error page, which shows it (TR-45). Returns an error that tells nothing else.
 */
export function unexpected(error: unknown, entry: string, requestId: string): Error & { digest: string } {
  const reference = referenceOf(requestId);
  log.error({ err: error, entry, requestId, reference }, "unexpected error");
  return Object.assign(new Error(alreadyLogged), { digest: reference });
}
