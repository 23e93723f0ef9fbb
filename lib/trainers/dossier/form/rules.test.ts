import { expect, test } from "vitest";
import { isToKeep } from "./rules";

const masks = { nir: "2 58 •• •• ••• ••• 63", iban: "FR76 •••• •••• 189", bic: "AGRI••••", documentNumber: "••• Z79" };
const whole = { nir: "258117511901563", iban: "FR76 3000 6000 0112 3456 7890 189", bic: "SOGEFRPP", documentNumber: "X4RTBPFW4" };

test.each([
  ["nir", "2 58 11 75 1"],
  ["nir", "258117511901564"],
  ["iban", "FR76 3000 6000"],
  ["bic", "SOGE"],
  ["documentNumber", "X4"],
] as const)("EI-61 EI-63 EI-65 while another %s is typed over a kept one, “%s” is not saved yet", (field, typed) => {
  const kept = { answers: masks, saved: masks[field], erased: false };
  expect(isToKeep(field, typed, kept)).toBe(false);
  expect(isToKeep(field, whole[field], kept)).toBe(true);
});

test.each(["nir", "iban", "bic", "documentNumber"] as const)(
  "EI-61 EI-63 the empty field that « Modifier » gives keeps the %s that is kept, until « effacer » is ticked",
  (field) => {
    expect(isToKeep(field, "", { answers: masks, saved: masks[field], erased: false })).toBe(false);
    expect(isToKeep(field, "", { answers: masks, saved: masks[field], erased: true })).toBe(true);
    // Typed whole and saved, then emptied again: what the page showed first is no longer there to be kept, nor given up.
    expect(isToKeep(field, "", { answers: masks, saved: whole[field], erased: false })).toBe(false);
  },
);

test("EI-65 where nothing is kept yet, every beginning is saved; so is every answer that is not masked", () => {
  const nothing = { answers: {}, saved: "", erased: false };
  expect(["2 58", ""].map((typed) => isToKeep("nir", typed, nothing))).toEqual([true, true]);
  expect(isToKeep("street", "", { answers: { street: "9 rue Haute" }, saved: "9 rue Haute", erased: false })).toBe(true);
  expect(isToKeep("identityKind", "passport", { answers: { identityKind: "id_card" }, saved: "id_card", erased: false })).toBe(true);
});
