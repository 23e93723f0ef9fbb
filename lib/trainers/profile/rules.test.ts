import { expect, test } from "vitest";
import { blocksOf } from "./fields.data";
import { listsFor } from "./rules";

const one = [{ value: "1", label: "Un choix" }];
const all = {
  countries: one,
  nationalities: one,
  regions: one,
  departments: one,
  structures: one,
  trainingTypes: one,
  specialties: one,
  subSpecialties: one,
};

test.each([
  ["identification", ["countries", "departments", "nationalities", "regions", "structures"]],
  ["parcours", ["trainingTypes"]],
] as const)("EI-23 EI-27 the page %s is sent the lists that its questions choose from, and no other", (page, wanted) => {
  const fields = blocksOf[page].flatMap((block) => block.fields);
  expect(Object.keys(listsFor(fields, all)).toSorted()).toEqual(wanted);
});
