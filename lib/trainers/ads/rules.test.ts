import { describe, expect, test } from "vitest";
import { adNumber, isOpen, missingToPublish, monthOf, readAdNumber } from "./rules";

describe("EI-12 the number of an ad", () => {
  test.each([
    ["051", "2026-11-21", 1, "0512611001"],
    ["075", "2027-01-01", 999, "0752701999"],
    ["075", "2027-01-31", 1000, "07527011000"],
  ])("EI-12 structure %s, on %s, ad %i of the month: %s", (code, today, sequence, number) => {
    expect(adNumber(code, monthOf(today), sequence)).toBe(number);
  });

  test.each([
    ["0512611003", "0512611003"],
    ["051 2611-003", "0512611003"],
    ["0512611.1003", "05126111003"],
    ["051261100", null],
    ["commune", null],
    ["", null],
  ])("EI-10 %j is looked for as %s", (typed, number) => {
    expect(readAdNumber(typed)).toBe(number);
  });
});

describe("EI-10 an open ad", () => {
  test.each([
    ["published", "2026-11-21", true],
    ["published", "2026-11-20", false],
    ["published", null, true],
    ["draft", "2026-12-31", false],
    ["closed", "2026-12-31", false],
  ] as const)("EI-10 %s, deadline %s: %s on 21 November", (state, deadlineOn, open) => {
    expect(isOpen({ state, deadlineOn }, "2026-11-21")).toBe(open);
  });
});

test("AD-05 what an ad lacks is said field by field; nothing more once it is whole", () => {
  const empty = {
    description: "",
    profileSought: "",
    specialtyCodes: [],
    deadlineOn: null,
    contactName: "",
    contactPhone: "",
    contactAddress: "",
  };
  expect(Object.keys(missingToPublish(empty, "2026-11-21"))).toEqual([
    "description",
    "profileSought",
    "specialties",
    "deadlineOn",
    "contactName",
    "contactAddress",
  ]);
  const whole = {
    ...empty,
    description: "x",
    profileSought: "x",
    specialtyCodes: ["A1"],
    deadlineOn: "2026-11-21",
    contactName: "x",
    contactPhone: "x",
  };
  expect(missingToPublish(whole, "2026-11-21")).toEqual({});
  expect(missingToPublish({ ...whole, deadlineOn: "2026-11-20" }, "2026-11-21")["deadlineOn"]).toEqual([
    "Cette date limite est déjà passée.",
  ]);
});
