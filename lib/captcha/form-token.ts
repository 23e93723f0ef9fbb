import { keyedHash, sameText } from "@/lib/core/crypto";

/** Clocks of two servers may differ by this much. */
const toleratedSkew = 5_000;

/** Says when a form was shown and for what purpose; signed, so that nobody writes one. Put in a hidden field. */
export function issueFormToken(purpose: string, now: Date): string {
  const issued = now.getTime().toString(36);
  return `${issued}.${sign(purpose, issued)}`;
}

/** Seconds since the form was shown; null when the token is not ours, or was made for another form. */
export function checkFormToken(token: string, purpose: string, now: Date): number | null {
  const [issued = "", signature = "", ...rest] = token.split(".");
  if (rest.length > 0 || !sameText(signature, sign(purpose, issued))) return null;
  const age = now.getTime() - Number.parseInt(issued, 36);
  return age < -toleratedSkew ? null : Math.max(0, age) / 1000;
}

const sign = (purpose: string, issued: string) => keyedHash("form age", `${purpose}|${issued}`);
