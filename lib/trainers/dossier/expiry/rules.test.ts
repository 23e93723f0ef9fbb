import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthsAfter } from "../validity-rules";
import { dueStep, interventionWarning, latestEndDue, stepDueOn, stepsOf } from "./rules";

const steps = stepsOf({ first: 2, second: 1 });

describe("EI-66 the step that is due, by the end of a piece and the day", () => {
  test.each([
    ["far from the end", "2027-03-11", "2027-01-10", null],
    ["two months before, to the day", "2027-03-11", "2027-01-11", 2],
    ["between the two", "2027-03-11", "2027-02-10", 2],
    ["one month before, to the day", "2027-03-11", "2027-02-11", 1],
    ["the last day counts whole", "2027-03-11", "2027-03-11", 1],
    ["the day after the last", "2027-03-11", "2027-03-12", 0],
    ["long after", "2027-03-11", "2029-01-01", 0],
    ["an end on the 31st, a month before of 28 days", "2027-03-31", "2027-02-28", 1],
    ["an end on the 31st, a month before of 29 days", "2028-03-31", "2028-02-28", 2],
    ["an end on a 29 February", "2028-02-29", "2028-01-29", 1],
    ["an end on a 29 February, two months before", "2028-02-29", "2027-12-29", 2],
    ["over the night of the summer hour", "2027-03-28", "2027-03-29", 0],
    ["over the night of the winter hour", "2027-10-31", "2027-11-01", 0],
  ] as const)("%s", (_when, endsOn, today, due) => {
    expect(dueStep(endsOn, today, steps)).toBe(due);
  });

  test("the steps are settings, in any order, and the end is always one", () => {
    expect(stepsOf({ first: 3, second: 1 })).toEqual([3, 1, 0]);
    expect(stepsOf({ first: 1, second: 4 })).toEqual([4, 1, 0]);
    expect(stepsOf({ first: 1, second: 1 })).toEqual([1, 0]);
  });

  test("the latest end due is the last one whose step has come, whatever the lengths of the months", () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6 }), fc.integer({ min: -200, max: 200 }), (today, step, away) => {
        const latest = latestEndDue(today, step);
        const near = new Date(Date.parse(latest) + away * 86_400_000).toISOString().slice(0, 10);
        expect(stepDueOn(near, step) <= today).toBe(near <= latest);
        if (step > 0) expect(monthsAfter(near, -step) <= today).toBe(near <= latest);
      }),
    );
  });
});

describe("EI-106 a piece is judged against the planned sessions", () => {
  const session = { startsOn: "2027-03-14", endsOn: "2027-03-15" };
  test.each([
    ["order", "2027-03-11", "own", "Votre arrêté finit 3 jours avant votre session du 14 mars"],
    ["order", "2027-03-11", "theirs", "L’arrêté finit 3 jours avant sa session du 14 mars"],
    ["contract", "2027-03-13", "own", "Votre contrat finit la veille de votre session du 14 mars"],
    ["honour", "2027-03-14", "own", "Votre attestation finit le 14 mars, pendant votre session du 14 mars au 15 mars"],
    ["identity", "2027-02-28", "theirs", "Le titre de séjour finit 14 jours avant sa session du 14 mars"],
    ["order", "2027-01-10", "own", "Votre arrêté n’est plus à jour depuis le 11 janvier, avant votre session du 14 mars"],
    ["order", "2027-03-15", "own", null],
    ["bank", "2027-03-11", "own", null],
  ] as const)("%s until %s, told as %s", (block, endsOn, whose, told) => {
    expect(interventionWarning({ block, endsOn, session }, "2027-02-01", whose)).toBe(told);
  });

  test("a session of another year is told with its year, and one that is over is not told", () => {
    const piece = { block: "order", endsOn: "2027-03-11", session } as const;
    expect(interventionWarning(piece, "2026-11-21")).toBe("Votre arrêté finit 3 jours avant votre session du 14 mars 2027");
    expect(interventionWarning(piece, "2027-03-16")).toBeNull();
  });
});
