import { beforeEach, expect, test } from "vitest";
import { createProver } from "./prover";

type Work = { controller: AbortController; end: (payload: string | null) => void; fail: () => void };

let works: Work[];
let told: string[];
let clock: number;

beforeEach(() => {
  works = [];
  told = [];
  clock = 0;
});

const box = () =>
  createProver({
    obtain: (controller) =>
      new Promise((resolve, reject) => {
        works.push({
          controller,
          end: resolve,
          fail: () => {
            reject(new Error("no network"));
          },
        });
      }),
    tell: (phase, payload) => told.push(payload === "" ? phase : `${phase} ${payload}`),
    now: () => clock,
  });

/** Lets what was promised happen. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test("MC-06 the box is ticked, the work is done, the form goes at once", async () => {
  const prover = box();
  prover.begin();
  works[0]?.end("P1");
  await settle();
  expect(told).toEqual(["working", "proved P1"]);
  expect(prover.hold()).toBeNull();
});

test("MC-06 a form posted during the work leaves once, at its end, however often the button is pressed", async () => {
  const prover = box();
  prover.begin();
  const first = prover.hold();
  const second = prover.hold();
  works[0]?.end("P1");
  expect(await first).toBe(true);
  expect(await second).toBe(false);
  expect(told.at(-1)).toBe("proved P1");
  expect(prover.hold()).toBeNull();
  expect(works).toHaveLength(1);
});

test("MC-06 the form comes back with an error: the next post carries another proof", async () => {
  const prover = box();
  prover.begin();
  works[0]?.end("P1");
  await settle();
  expect(prover.hold()).toBeNull();
  const again = prover.hold();
  works[1]?.end("P2");
  expect(await again).toBe(true);
  expect(told).toEqual(["working", "proved P1", "working", "proved P2"]);
});

test("MC-06 a proof nine minutes old is replaced before it is posted", async () => {
  const prover = box();
  prover.begin();
  works[0]?.end("P1");
  await settle();
  clock = 9 * 60_000;
  expect(prover.hold()).not.toBeNull();
  expect(works).toHaveLength(2);
});

test("MC-06 unticking stops the work, empties the proof and lets nothing leave", async () => {
  const prover = box();
  prover.begin();
  const held = prover.hold();
  prover.cancel();
  works[0]?.end("P1");
  expect(await held).toBe(false);
  expect(works[0]?.controller.signal.aborted).toBe(true);
  expect(told).toEqual(["working", "idle"]);
});

test("TR-41 when the work cannot be done the form still leaves, in the plain way, without the last proof", async () => {
  const prover = box();
  prover.begin();
  works[0]?.end("P1");
  await settle();
  expect(prover.hold()).toBeNull();
  const held = prover.hold();
  works[1]?.fail();
  expect(await held).toBe(true);
  expect(told.at(-1)).toBe("failed");
  expect(prover.hold()).toBeNull();
});

test("MC-06 a box found ticked by the browser after a reload is proved at the post", async () => {
  const prover = box();
  const held = prover.hold();
  works[0]?.end("P1");
  expect(await held).toBe(true);
});
