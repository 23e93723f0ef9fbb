import { expect, test } from "vitest";
import { dateTime, duration, fileSize, longDate, longDateAndTime, longDay, plural, shortDay } from "./format";

test("TR-44 dates and hours are French, in Paris time, on both sides of a change of clock", () => {
  expect(longDate(new Date("2026-11-21T23:30:00Z"))).toBe("22 novembre 2026");
  expect(dateTime(new Date("2027-03-28T00:59:00Z"))).toBe("28/03/2027 à 01:59");
  expect(dateTime(new Date("2027-03-28T01:00:00Z"))).toBe("28/03/2027 à 03:00");
  expect(longDate(new Date("2026-11-01T09:00:00Z"))).toBe("1er novembre 2026");
  expect(longDateAndTime(new Date("2026-07-14T22:05:00Z"))).toBe("15 juillet 2026 à 00:05");
  expect(longDay("1980-02-01")).toBe("1er février 1980");
  expect(shortDay("1980-02-01")).toBe("01/02/1980");
});

test("TR-44 zero and one are singular, and thousands have a narrow space", () => {
  expect([0, 1, 2].map((count) => plural(count, "essai"))).toEqual(["0 essai", "1 essai", "2 essais"]);
  expect(plural(1234, "courriel")).toBe("1\u202f234 courriels");
});

test("MC-11 a wait is told in words and never as zero", () => {
  expect([0.2, 45, 60, 61, 7200, 200_000].map(duration)).toEqual([
    "1 seconde",
    "45 secondes",
    "1 minute",
    "2 minutes",
    "2 heures",
    "3 jours",
  ]);
});

test("TR-20 sizes are told in French units", () => {
  expect([0, 999, 1_400_000, 5_000_000].map(fileSize)).toEqual(["0\u00a0octets", "999\u00a0octets", "1,4\u00a0Mo", "5\u00a0Mo"]);
});
