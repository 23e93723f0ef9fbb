import { expect, test } from "vitest";
import { firstSiret, isSiret, shownSiret } from "./siret";

test.each([
  ["21940016500011", true],
  ["21940016500012", false],
  ["2194001650001", false],
  ["219400165000111", false],
  // La Poste: its keys ran out, the digits add up to a multiple of five.
  ["35600000049837", true],
  ["35600000049838", false],
  ["azertyuiopqsdf", false],
])("AD-09 the SIRET %s: %s", (siret, expected) => {
  expect(isSiret(siret)).toBe(expected);
});

test("AD-09 the first establishment of a SIREN has a SIRET whose key fits, shown in groups", () => {
  expect(firstSiret("219400165")).toBe("21940016500011");
  expect(shownSiret("21940016500011")).toBe("219\u00A0400\u00A0165\u00A000011");
});
