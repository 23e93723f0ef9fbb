import { randomInt } from "node:crypto";
import { keyedHash } from "@/lib/core/crypto";

/** No I, L, O nor U: nothing to mistake for another when read on paper. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";
const length = 10;

/** "7k3mx-p9dqa": fifty random bits. */
export function newRecoveryCode(): string {
  const text = Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join("");
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** Keyed, and bound to the account: the stored hash alone is of no use. */
export const recoveryCodeHash = (accountId: string, code: string): string => keyedHash("recovery-code", `${accountId}|${code}`);
