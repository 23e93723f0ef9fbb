import { expect, test } from "vitest";
import { bicRefusal, compactIban, ibanRefusal, isSepa, maskIban } from "./bank-rules";

test.each([
  ["FR76 3000 6000 0112 3456 7890 189", null],
  ["fr7630006000011234567890189", null],
  ["BE71 0961 2345 6769", null],
  ["FR76 3000 6000 0112 3456 7890 18", "27 caractères : il y en a 26"],
  ["FR76 3000 6000 0112 3456 7890 188", "n’existe pas"],
  ["ZZ76 3000 6000", "deux lettres d’un pays"],
  ["76300060000112345678901", "deux lettres d’un pays"],
])("EI-63 the IBAN %o", (typed, words) => {
  if (words === null) expect(ibanRefusal(typed)).toBeNull();
  else expect(ibanRefusal(typed)).toContain(words);
});

test("EI-63 the SEPA zone is known by the country of the account", () => {
  expect(["FR7630006000011234567890189", "BE71096123456769", "CH9300762011623852957"].map(isSepa)).toEqual([true, true, true]);
  expect(isSepa("TN5910006035183598478831")).toBe(false);
});

test("EI-63 a BIC has 8 or 11 characters; an IBAN is shown in part", () => {
  expect([bicRefusal("SOGEFRPP"), bicRefusal("sogefrppxxx")]).toEqual([null, null]);
  expect(bicRefusal("SOGEFR")).toContain("8 ou 11");
  expect(compactIban(" fr76 3000 6000 0112 3456 7890 189 ")).toBe("FR7630006000011234567890189");
  expect(maskIban("FR7630006000011234567890189")).toBe("FR76 •••• •••• 189");
});
