import { pathToShow } from "@/lib/core/hide-tokens";
import { log } from "@/lib/core/log";
import { alreadyLogged } from "./unexpected";

interface Where {
  readonly path: string;
  readonly requestId: string | readonly string[] | undefined;
  readonly entry: string;
}

/**
 * Logs an error that the framework caught, with the reference (its "digest") that the error page shows (TR-45).
 * Those that `unexpected` made are in the log already.
 */
export function logRenderError(error: unknown, { path, requestId, entry }: Where): void {
  if (error instanceof Error && error.message === alreadyLogged) return;
  log.error({ err: error, entry, path: pathToShow(path), requestId, reference: digestOf(error) }, "unexpected error");
}

function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return String(error.digest);
}
