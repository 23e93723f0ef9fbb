/** Why a request was turned down; each code maps to one HTTP status. */
export const refusalCodes = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  expired: 410,
  limited: 429,
  unavailable: 503,
} as const;
export type RefusalCode = keyof typeof refusalCodes;

/** French messages by field name; the empty name is the form as a whole. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/**
 * An expected "no", written for the person who reads it (in French).
 * Anything else that is thrown is unexpected: it goes to the log and the person gets a reference number.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly fieldErrors: FieldErrors = {},
    /** Seconds to wait before trying again, for `limited`. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** The same words whether a thing does not exist or belongs to somebody else. */
export const absent = () => new Refusal("absent", "Cette page n’existe pas ou n’est plus disponible.");

/** The answer of a policy: yes, or no with the French reason that the screen shows too. */
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly code: RefusalCode; readonly reason: string };
export const yes: Verdict = { allowed: true };
export const no = (reason: string, code: RefusalCode = "forbidden"): Verdict => ({ allowed: false, code, reason });

/** Throws the refusal that a verdict carries. */
export function ensure(verdict: Verdict): void {
  if (verdict.allowed) return;
  if (verdict.code === "absent") throw absent();
  throw new Refusal(verdict.code, verdict.reason);
}
