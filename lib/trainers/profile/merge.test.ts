import { assert, constantFrom, dictionary, property, string } from "fast-check";
import { expect, test } from "vitest";
import { applyChanges, changesBetween, sameAnswer } from "./merge";

test("EI-31 two tabs that change different fields both count", () => {
  const first = applyChanges({ city: "", street: "" }, [{ field: "city", from: "", to: "Strasbourg" }]);
  const second = applyChanges(first.answers, [{ field: "street", from: "", to: "16 avenue Mozart" }]);
  expect(second).toEqual({ answers: { city: "Strasbourg", street: "16 avenue Mozart" }, changed: ["street"], conflicts: [] });
});

test("EI-31 a field that changed elsewhere meanwhile is left as it is there, and told", () => {
  expect(
    applyChanges({ city: "Colmar", street: "" }, [
      { field: "city", from: "", to: "Strasbourg" },
      { field: "street", from: "", to: "rue Haute" },
    ]),
  ).toEqual({
    answers: { city: "Colmar", street: "rue Haute" },
    changed: ["street"],
    conflicts: [{ field: "city", theirs: "Colmar" }],
  });
});

test("EI-31 a change that arrives twice counts once", () => {
  const change = { field: "city", from: "", to: "Strasbourg" };
  const once = applyChanges({}, [change]);
  expect(applyChanges(once.answers, [change])).toEqual({ answers: { city: "Strasbourg" }, changed: [], conflicts: [] });
});

test("EI-31 no answer, an empty text and no box ticked are the same; the order of boxes does not count", () => {
  expect(sameAnswer(undefined, "")).toBe(true);
  expect(sameAnswer("", [])).toBe(true);
  expect(sameAnswer(["44", "11"], ["11", "44"])).toBe(true);
  expect(sameAnswer(["44"], ["11"])).toBe(false);
});

test("EI-31 whatever was shown and typed, sending what differs makes the server have what was typed", () => {
  const fields = ["city", "street", "postcode"] as const;
  const answers = dictionary(constantFrom(...fields), string({ maxLength: 8 }), { noNullPrototype: true });
  assert(
    property(answers, answers, (seen, typed) => {
      const { answers: kept, conflicts } = applyChanges(seen, changesBetween(seen, typed, fields));
      expect(conflicts).toEqual([]);
      for (const field of fields) expect(sameAnswer(kept[field], typed[field])).toBe(true);
    }),
  );
});
