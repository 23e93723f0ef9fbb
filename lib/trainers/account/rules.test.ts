import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysOf, overlaps, periodFaults, readMonth, shiftMonth, weeksOf } from "./rules";

describe("EI-52 the calendar of unavailabilities", () => {
  test("EI-52 weeks go from Monday to Sunday and hold every day of the month once", () => {
    const weeks = weeksOf("2027-02");
    expect(weeks.map((week) => week[0]?.day)).toEqual(["2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22"]);
    expect(weeksOf("2026-11")[0]?.map(({ number }) => number)).toEqual([26, 27, 28, 29, 30, 31, 1]);
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const days = weeksOf(`${year}-${String(month).padStart(2, "0")}`).flat();
        expect(days.length % 7).toBe(0);
        expect(days.filter(({ inMonth }) => inMonth).map(({ number }) => number)).toEqual(
          Array.from({ length: new Date(year, month, 0).getDate() }, (_, index) => index + 1),
        );
      }),
    );
  });

  test.each([
    ["2026-12", 1, "2027-01"],
    ["2027-01", -1, "2026-12"],
    ["2026-11", 14, "2028-01"],
  ])("EI-52 %s and %i months: %s", (month, by, expected) => {
    expect(shiftMonth(month, by)).toBe(expected);
  });

  test.each([
    ["2026-11", "2026-11"],
    ["2026-13", null],
    ["1999-01", null],
    ["' or 1=1", null],
    [undefined, null],
  ])("EI-52 the month %s of an address is %s", (typed, expected) => {
    expect(readMonth(typed)).toBe(expected);
  });

  test("EI-52 a day counts whole: a period of one day lasts one, and touching days overlap", () => {
    expect(daysOf({ startsOn: "2027-03-01", endsOn: "2027-03-01" })).toBe(1);
    expect(daysOf({ startsOn: "2027-03-27", endsOn: "2027-03-29" })).toBe(3);
    expect(overlaps({ startsOn: "2027-03-01", endsOn: "2027-03-05" }, { startsOn: "2027-03-05", endsOn: "2027-03-09" })).toBe(true);
    expect(overlaps({ startsOn: "2027-03-01", endsOn: "2027-03-05" }, { startsOn: "2027-03-06", endsOn: "2027-03-09" })).toBe(false);
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
  });

  test.each([
    [{ startsOn: "2026-11-01", endsOn: "2026-11-20" }, "endsOn"],
    [{ startsOn: "2026-11-01", endsOn: "2026-11-21" }, undefined],
    [{ startsOn: "2030-01-01", endsOn: "2030-01-02" }, "endsOn"],
    [{ startsOn: "2024-01-01", endsOn: "2027-01-02" }, "startsOn"],
  ])("EI-52 a period %j on 21 November 2026: wrong at %s", (period, field) => {
    expect(Object.keys(periodFaults(period, "2026-11-21"))[0]).toBe(field);
  });
});
