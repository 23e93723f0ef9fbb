import { expect, test } from "vitest";
import { sleepFor, stageOf, timeLeft } from "./rules";

const minutes = (count: number) => count * 60_000;

test("TR-42 five minutes before the end one is warned, not earlier; afterwards one is told that it is over", () => {
  expect(stageOf(minutes(6))).toBe("quiet");
  expect(stageOf(minutes(5))).toBe("warning");
  expect(stageOf(1)).toBe("warning");
  expect(stageOf(0)).toBe("ended");
  expect(stageOf(null)).toBe("ended");
});

test("TR-42 an idle tab sleeps until the warning, then until the end, then for ever: it polls nothing", () => {
  expect(sleepFor("quiet", minutes(480))).toBe(minutes(475));
  expect(sleepFor("warning", minutes(5))).toBe(minutes(5));
  expect(sleepFor("ended", 0)).toBeNull();
});

test("TR-42 thirty days fit in a timer, and a time already past wakes at once", () => {
  expect(sleepFor("quiet", minutes(30 * 24 * 60))).toBeLessThan(2 ** 31);
  expect(sleepFor("quiet", minutes(-3))).toBe(0);
});

test("TR-42 what is left is measured by the server's clock, whatever the browser's says", () => {
  expect(timeLeft({ now: "2026-11-21T09:00:00Z", expiresAt: "2026-11-21T17:00:00Z" })).toBe(minutes(480));
});
