import { UsageError } from "./command";

/** The instant given to --as-of, or now. */
export function instantOf(typed: string | boolean | undefined, now: Date): Date {
  if (typeof typed !== "string") return now;
  const instant = new Date(typed);
  const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u.test(typed);
  if (!whole || Number.isNaN(instant.getTime()))
    throw new UsageError(`--as-of: an instant with its zone, such as 2026-11-21T03:00:00Z, not "${typed}".`);
  return instant;
}
