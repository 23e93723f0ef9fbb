import { expect, test } from "vitest";
import { anniversaryAfter, endsOnOf, monthsAfter, type Validity } from "./validity-rules";

const validity: Validity = { sentOn: "2026-03-10", firstSentOn: "2026-03-10", currentEnd: null, honourMonths: 12, firstNotice: 2 };

test.each([
  ["2026-03-10", "2026-03-10", "2027-03-10"],
  ["2026-03-10", "2027-03-09", "2027-03-10"],
  ["2026-03-10", "2027-03-10", "2028-03-10"],
  ["2024-02-29", "2024-02-29", "2025-02-28"],
  ["2024-02-29", "2027-06-01", "2028-02-29"],
  ["2024-02-29", "2028-02-28", "2028-02-29"],
  ["2026-12-31", "2026-12-31", "2027-12-31"],
])("EI-66 the anniversary of %o after %o is %o", (first, after, expected) => expect(anniversaryAfter(first, after)).toBe(expected));

test("EI-66 months before the end of a longer month are its last day", () => {
  expect([monthsAfter("2026-04-30", -2), monthsAfter("2026-03-31", -1), monthsAfter("2024-03-31", -1)]).toEqual([
    "2026-02-28",
    "2026-02-28",
    "2024-02-29",
  ]);
});

test("EI-66 what each piece ends by: contract, residence permit, honour statement; others have no end", () => {
  expect(endsOnOf("contract", { contractUntil: "30/06/2027" }, validity)).toBe("2027-06-30");
  expect(endsOnOf("contract", { contractUntil: "" }, validity)).toBeNull();
  expect(endsOnOf("identity", { identityKind: "residence_permit", identityUntil: "01/02/2027" }, validity)).toBe("2027-02-01");
  expect(endsOnOf("identity", { identityKind: "passport", identityUntil: "01/02/2027" }, validity)).toBeNull();
  expect(endsOnOf("honour", { honourDate: "29/02/2028" }, validity)).toBe("2029-02-28");
  expect(endsOnOf("bank", { iban: "x" }, validity)).toBeNull();
});

test("EI-66 EI-68 a position order counts from anniversary to anniversary of the first deposit; renewed in time, it gains a year", () => {
  expect(endsOnOf("order", {}, validity)).toBe("2027-03-10");
  const renewed = (sentOn: string) => endsOnOf("order", {}, { ...validity, sentOn, currentEnd: "2027-03-10" });
  expect(["2027-01-10", "2027-03-10"].map(renewed)).toEqual(["2028-03-10", "2028-03-10"]);
  // Earlier than the first notice: another order of the same year. Later than the end: until the next anniversary.
  expect(["2026-10-01", "2027-05-01"].map(renewed)).toEqual(["2027-03-10", "2028-03-10"]);
});
