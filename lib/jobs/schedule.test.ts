import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueSlots, lastSlot, nextSlot } from "./schedule";

const at = (text: string) => new Date(text);
const iso = (slots: readonly Date[]) => slots.map((slot) => slot.toISOString());
const later = (date: Date, hours: number) => new Date(date.getTime() + hours * 3_600_000);
const parisDay = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "short" });
const parisTime = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", timeStyle: "short" });

test("TR-03 hours are those of Paris, in winter and in summer", () => {
  expect(nextSlot("0 7 * * *", at("2026-11-21T09:00:00Z")).toISOString()).toBe("2026-11-22T06:00:00.000Z");
  expect(nextSlot("0 7 * * *", at("2026-07-21T09:00:00Z")).toISOString()).toBe("2026-07-22T05:00:00.000Z");
  expect(lastSlot("0 7 * * *", at("2026-11-21T06:00:00Z")).toISOString()).toBe("2026-11-21T06:00:00.000Z");
  expect(lastSlot("0 7 * * *", at("2026-11-21T05:59:59Z")).toISOString()).toBe("2026-11-20T06:00:00.000Z");
});

describe("TR-03 the nights when clocks change", () => {
  test("2027-03-28 has no 2:30: the daily work is done once, at 3:30", () => {
    expect(iso(dueSlots("30 2 * * *", at("2027-03-26T12:00:00Z"), at("2027-03-29T12:00:00Z"), "each"))).toEqual([
      "2027-03-27T01:30:00.000Z",
      "2027-03-28T01:30:00.000Z",
      "2027-03-29T00:30:00.000Z",
    ]);
  });

  test("2027-10-31 has two 2:30: the daily work is done once", () => {
    expect(iso(dueSlots("30 2 * * *", at("2027-10-29T12:00:00Z"), at("2027-11-01T12:00:00Z"), "each"))).toEqual([
      "2027-10-30T00:30:00.000Z",
      "2027-10-31T00:30:00.000Z",
      "2027-11-01T01:30:00.000Z",
    ]);
    // Asked minute by minute through that night, with each run remembered, as the worker does.
    let done = at("2027-10-30T12:00:00Z");
    const runs: Date[] = [];
    for (let now = done; now < at("2027-10-31T12:00:00Z"); now = later(now, 1 / 60)) {
      for (const slot of dueSlots("30 2 * * *", done, now, "latest")) runs.push((done = slot));
    }
    expect(iso(runs)).toEqual(["2027-10-31T00:30:00.000Z"]);
  });

  test("hourly work is done 23 times, then 25 times, in such a day", () => {
    expect(dueSlots("0 * * * *", at("2027-03-27T23:00:00Z"), at("2027-03-28T22:00:00Z"), "each")).toHaveLength(23);
    expect(dueSlots("0 * * * *", at("2027-10-30T22:00:00Z"), at("2027-10-31T23:00:00Z"), "each")).toHaveLength(25);
  });
});

test.each([1, 3, 40])("TR-03 the worker was off for %i days: one run for what only needs the latest, each day for the rest", (days) => {
  const done = at("2027-03-10T02:15:00Z");
  const now = later(done, days * 24 + 3);
  expect(dueSlots("15 3 * * *", done, now, "latest")).toHaveLength(1);
  const each = dueSlots("15 3 * * *", done, now, "each");
  expect(each).toHaveLength(days);
  expect(each.at(-1)).toEqual(dueSlots("15 3 * * *", done, now, "latest")[0]);
});

test("TR-03 a job that never ran starts with its most recent hour, not with the past", () => {
  expect(iso(dueSlots("15 3 * * *", null, at("2026-11-21T09:00:00Z"), "each"))).toEqual(["2026-11-21T02:15:00.000Z"]);
});

describe("TR-03 whatever the schedule and the instants", () => {
  const instants = fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2029-01-01T00:00:00Z"), noInvalidDate: true });
  const nights = fc
    .constantFrom(at("2027-03-27T22:00:00Z"), at("2027-10-30T21:00:00Z"))
    .chain((start) => fc.integer({ min: 0, max: 600 }).map((minutes) => later(start, minutes / 60)));
  const someTime = fc.oneof(instants, nights);
  const minute = fc.integer({ min: 0, max: 59 });
  const daily = fc.tuple(minute, fc.integer({ min: 0, max: 23 })).map(([m, h]) => `${m} ${h} * * *`);
  const hourly = minute.map((m) => `${m} * * * *`);
  const weekly = fc.tuple(minute, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 6 })).map(([m, h, d]) => `${m} ${h} * * ${d}`);
  const schedules = fc.oneof(daily, hourly, weekly, fc.constant("*/20 * * * *"));

  test("the last hour is not after now, the next one is, and nothing lies between", () => {
    fc.assert(
      fc.property(schedules, someTime, (cron, now) => {
        const last = lastSlot(cron, now);
        expect(last <= now).toBe(true);
        expect(nextSlot(cron, now) > now).toBe(true);
        expect(nextSlot(cron, last)).toEqual(nextSlot(cron, now));
      }),
      { numRuns: 150 },
    );
  });

  test("the hours due do not depend on when the worker looked: no hour twice, none missed", () => {
    fc.assert(
      fc.property(
        schedules,
        someTime,
        fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 4 }),
        (cron, start, steps) => {
          const begun = lastSlot(cron, start);
          let done = begun;
          let now = start;
          const seen: Date[] = [];
          for (const minutes of steps) {
            now = later(now, minutes / 60);
            for (const slot of dueSlots(cron, done, now, "each")) seen.push((done = slot));
          }
          expect(iso(seen)).toEqual(iso(dueSlots(cron, begun, now, "each")));
          expect(new Set(iso(seen)).size).toBe(seen.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("daily work comes once each day of Paris, at its hour unless that hour does not exist", () => {
    fc.assert(
      fc.property(daily, someTime, (cron, start) => {
        const slots = dueSlots(cron, start, later(start, 24 * 10), "each");
        expect(new Set(slots.map((slot) => parisDay.format(slot))).size).toBe(slots.length);
        expect(slots.length).toBeGreaterThanOrEqual(9);
        const [m = "0", h = "0"] = cron.split(" ");
        const wanted = `${h.padStart(2, "0")}:${m.padStart(2, "0")}`;
        const odd = slots.filter((slot) => parisTime.format(slot) !== wanted);
        expect(odd.length).toBeLessThanOrEqual(h === "2" ? 1 : 0);
      }),
      { numRuns: 150 },
    );
  });
});
