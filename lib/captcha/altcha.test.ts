import { type Challenge, type Solution, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { checkSolution, newChallenge } from "./altcha";

const asked = new Date("2026-11-21T09:00:00Z");
const after = (seconds: number) => new Date(asked.getTime() + seconds * 1000);
const pack = (answer: unknown) => Buffer.from(JSON.stringify(answer)).toString("base64");

let challenge: Challenge;
let solution: Solution;

beforeAll(async () => {
  challenge = await newChallenge(asked);
  const solved = await solveChallenge({ challenge, deriveKey });
  if (solved === null) throw new Error("not solved");
  solution = solved;
});

test("MC-06 the work done by a browser is recognised", async () => {
  expect(await checkSolution(pack({ challenge, solution }), after(30))).toEqual({ state: "solved", challengeId: challenge.signature });
});

test("MC-06 the work asked stays between 50 and 130 derivations of 4,000 rounds", () => {
  expect(challenge.parameters.cost).toBe(4_000);
  expect(solution.counter).toBeGreaterThanOrEqual(50);
  expect(solution.counter).toBeLessThanOrEqual(130);
});

test("MC-06 a solution is worth ten minutes", async () => {
  expect((await checkSolution(pack({ challenge, solution }), after(599))).state).toBe("solved");
  expect((await checkSolution(pack({ challenge, solution }), after(600))).state).toBe("expired");
});

test("MC-06 a challenge made easier, longer-lived or unsigned by the visitor is refused", async () => {
  const { parameters, signature } = challenge;
  const forged: unknown[] = [
    { parameters: { ...parameters, data: { expires: 4_000_000_000 } }, signature },
    { parameters: { ...parameters, cost: 1 }, signature },
    { parameters: { ...parameters, keyPrefix: "00" }, signature },
    { parameters, signature: "00".repeat(32) },
    { parameters: { ...parameters, keySignature: undefined }, signature },
    { parameters, signature: signature?.toUpperCase() },
    { parameters },
  ];
  for (const other of forged) expect(await checkSolution(pack({ challenge: other, solution }), after(30))).toEqual({ state: "wrong" });
});

test("MC-06 a guessed solution is refused", async () => {
  for (const derivedKey of ["00".repeat(32), "", solution.derivedKey.slice(0, 32), challenge.parameters.keyPrefix]) {
    expect(await checkSolution(pack({ challenge, solution: { counter: solution.counter, derivedKey } }), after(30))).toEqual({
      state: "wrong",
    });
  }
});

test("MC-06 whatever else is sent is refused without an error", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue().map(pack)),
      async (text) => (await checkSolution(text, asked)).state === "wrong",
    ),
  );
});
