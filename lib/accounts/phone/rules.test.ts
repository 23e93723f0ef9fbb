import { expect, test } from "vitest";
import { internationalPhone, shownPhone } from "./rules";
import { phoneNumber } from "./schemas";

test.each([
  ["06 12 34 56 78", "+33612345678", "06 12 34 56 78"],
  ["06.12.34.56.78", "+33612345678", "06 12 34 56 78"],
  ["+33 (0)6 12 34 56 78", "+33612345678", "06 12 34 56 78"],
  ["0033612345678", "+33612345678", "06 12 34 56 78"],
  ["01 41 74 30 00", "+33141743000", "01 41 74 30 00"],
  ["0690 00 12 34", "+590690001234", "0690 00 12 34"],
  ["0262 12 34 56", "+262262123456", "0262 12 34 56"],
  ["+32 470 12 34 56", "+32470123456", "+32 470 12 34 56"],
])("MC-30 the telephone « %s » is kept as %s and shown as « %s »", (typed, stored, shown) => {
  expect(internationalPhone(typed)).toBe(stored);
  expect(shownPhone(stored)).toBe(shown);
});

test.each(["12", "06 12 34 56", "abc", "06 12 34 56 78 ext 4", "+999 12345678", "06\u000012345678"])(
  "MC-30 « %s » is no telephone number, and the message gives an example",
  (typed) => {
    const parsed = phoneNumber.safeParse(typed);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.message).toMatch(/numéro/u);
  },
);

test("MC-30 no number is no error; a number written in another way before is shown as it is", () => {
  expect(phoneNumber.parse("  ")).toBeNull();
  expect(phoneNumber.parse(undefined)).toBeNull();
  expect(shownPhone("poste 42")).toBe("poste 42");
});
