import { randomInt } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import { keyedHash } from "@/lib/core/crypto";

/** Seconds during which a challenge may be answered. */
export const challengeLifetime = 600;

/**
 * The work asked: 50 to 130 derivations of 4,000 rounds of PBKDF2-SHA-256, 360,000 rounds on average. That is about
 * 0.1 s on a desktop computer, 0.5 to 1.5 s on a slow phone (0.25 to 0.7 million rounds a second, by the browser's own
 * native code). For the server, one derivation to ask (1 ms) and none to check.
 */
const work = { algorithm: "PBKDF2/SHA-256", cost: 4_000, fewest: 50, most: 130 } as const;

const secrets = () => ({
  hmacSignatureSecret: keyedHash("altcha", "challenge"),
  hmacKeySignatureSecret: keyedHash("altcha", "solution"),
});

/** A proof of work to solve, signed: nothing is stored until it is answered. */
export const newChallenge = (now: Date): Promise<Challenge> =>
  createChallenge({
    algorithm: work.algorithm,
    cost: work.cost,
    counter: randomInt(work.fewest, work.most + 1),
    deriveKey,
    // The library's own expiry reads the system clock; this one is read by checkSolution.
    data: { expires: Math.floor(now.getTime() / 1000) + challengeLifetime },
    ...secrets(),
  });

export type SolutionVerdict =
  | { readonly state: "solved"; /** Names the challenge, to be taken once. */ readonly challengeId: string }
  | { readonly state: "expired" | "wrong" };

/** Judges what the browser sent: base64 of `{ challenge, solution }`. Never throws for what a stranger may send. */
export async function checkSolution(payload: string, now: Date): Promise<SolutionVerdict> {
  const answer = readAnswer(payload);
  if (answer === null) return { state: "wrong" };
  const { verified } = await verifySolution({ ...answer, deriveKey, ...secrets() });
  if (!verified) return { state: "wrong" };
  if (answer.challenge.parameters.data.expires * 1000 <= now.getTime()) return { state: "expired" };
  return { state: "solved", challengeId: answer.challenge.signature };
}

const hex = z.string().regex(/^[0-9a-f]+$/u);
const answerShape = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal(work.algorithm),
      nonce: hex,
      salt: hex,
      cost: z.int(),
      keyLength: z.int(),
      keyPrefix: hex,
      keySignature: hex,
      data: z.strictObject({ expires: z.int() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int(), derivedKey: hex }),
});

function readAnswer(payload: string): z.output<typeof answerShape> | null {
  try {
    return answerShape.parse(JSON.parse(Buffer.from(payload, "base64").toString("utf8")));
  } catch {
    return null;
  }
}
