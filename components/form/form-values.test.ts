import { describe, expect, test } from "vitest";
import { countOfErrors, flattenErrors, textsOf, valuesOf } from "./form-values";

function entriesOf(...pairs: [string, string | File][]): FormData {
  const entries = new FormData();
  for (const [name, value] of pairs) entries.append(name, value);
  return entries;
}

describe("what a form answers", () => {
  test("a name that comes once is a text, several times an array", () => {
    expect(valuesOf(entriesOf(["nom", "Martin"], ["region", "44"], ["region", "75"]))).toEqual({ nom: "Martin", region: ["44", "75"] });
  });

  test("the entries that React adds are nobody's answers", () => {
    expect(valuesOf(entriesOf(["$ACTION_REF_1", ""], ["$ACTION_KEY", "k1"], ["nom", ""]))).toEqual({ nom: "" });
  });

  test("only texts can be shown again", () => {
    expect(textsOf(entriesOf(["nom", "Martin"], ["piece", new File(["x"], "rib.pdf")]))).toEqual({ nom: "Martin" });
  });
});

describe("errors of react-hook-form", () => {
  test("nested errors take the dotted name of their field", () => {
    const errors = {
      nom: { type: "custom", message: "Indiquez votre nom.", ref: {} },
      adresse: { ville: { type: "custom", message: "Indiquez la ville." } },
    };
    expect(flattenErrors(errors)).toEqual({ nom: ["Indiquez votre nom."], "adresse.ville": ["Indiquez la ville."] });
  });

  test("an error of the whole form keeps the empty name", () => {
    expect(flattenErrors({ root: { type: "custom", message: "Les dates se contredisent." } })).toEqual({
      "": ["Les dates se contredisent."],
    });
  });
});

test("TR-40 the summary counts its errors in correct French", () => {
  expect(countOfErrors({ nom: ["Indiquez votre nom."] })).toBe("une erreur");
  expect(countOfErrors({ nom: ["a"], prenom: ["b", "c"] })).toBe("3 erreurs");
});
