import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/**
 * Does the work asked by /api/captcha and gives what to post, or null when cancelled. The browser derives keys outside
 * the page's own thread: no worker is needed and the page stays responsive.
 */
export async function solve(challenge: Challenge, controller: AbortController): Promise<string | null> {
  const solution = await solveChallenge({ challenge, deriveKey, controller, timeout: 60_000 });
  return solution && btoa(JSON.stringify({ challenge, solution }));
}
