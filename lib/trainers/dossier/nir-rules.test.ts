import { validate } from "stdnum/lib/cjs/fr/nir.js";
import { expect, test } from "vitest";
import { maskNir, nirHints, nirKey, nirRefusal, wholeNir } from "./nir-rules";

test("EI-61 thirteen characters get their key, fifteen have theirs checked, Corsica’s 2A and 2B too", () => {
  expect(wholeNir("2 58 11 75 119 015")).toBe(`2581175119015${nirKey("2581175119015")}`);
  for (const [typed, department] of [
    ["2581175119015", "75"],
    ["185122A123456", "2A"],
    ["285122B123456", "2B"],
  ] as const) {
    const whole = wholeNir(typed);
    expect([whole.length, whole.includes(department), validate(whole).isValid]).toEqual([15, true, true]);
    expect(nirRefusal(typed)).toBeNull();
    expect(nirRefusal(whole)).toBeNull();
    const wrong = `${whole.slice(0, 13)}${whole.endsWith("11") ? "12" : "11"}`;
    expect(nirRefusal(wrong)).toContain("clé");
  }
});

test.each([
  ["", "il y en a 0"],
  ["258117511901", "il y en a 12"],
  ["25811751190156", "il y en a 14"],
  ["25811X5119015", "n’est pas possible"],
  ["9581175119015", "n’est pas possible"],
  ["258113A119015", "n’est pas possible"],
])("EI-61 %o is refused in words", (typed, words) => expect(nirRefusal(typed)).toContain(words));

test("EI-61 a masked number tells its owner which one it is, and nobody else the rest", () => {
  const mask = maskNir("258117511901563");
  expect(mask).toBe("2 58 •• •• ••• ••• 63");
  expect(maskNir("")).toBe("");
});

test("EI-61 the number is compared with the identity, as a hint", () => {
  expect(nirHints("2581175119015", { civility: "mme", bornOn: "1958-11-23" })).toEqual([]);
  expect(nirHints("2581175119015", { civility: "m", bornOn: "1959-10-23" })).toHaveLength(3);
  // Months over 12 are of people whose month is not known; an incomplete number says nothing.
  expect(nirHints("2583175119015", { civility: "mme", bornOn: "1958-11-23" })).toEqual([]);
  expect(nirHints("258", { civility: "m", bornOn: null })).toEqual([]);
});
