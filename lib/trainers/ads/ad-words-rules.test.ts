import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corrected, nearestWord, slipsBetween, wordsOf } from "./ad-words-rules";

describe("EI-10 slips are forgiven", () => {
  test.each([
    ["managment", "management", 1],
    ["alimentiare", "alimentaire", 1],
    ["budjet", "budget", 1],
    ["acceuil", "accueil", 1],
    ["securite", "sécurité", 2],
    ["paie", "paix", 1],
    ["paie", "management", 3],
  ])("EI-10 from %s to %s: %i", (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
  });

  test("EI-10 as many slips in both directions, none from a word to itself, one for a letter too many", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(7), (one, other, at) => {
        expect(slipsBetween(one, other, 3)).toBe(slipsBetween(other, one, 3));
        expect(slipsBetween(one, one, 3)).toBe(0);
        expect(slipsBetween("dabcda", "cddad", 3)).toBe(slipsBetween("cddad", "dabcda", 3));
        expect(slipsBetween(one, `${one.slice(0, at)}x${one.slice(at)}`, 3)).toBe(1);
      }),
    );
  });

  test("EI-10 the nearest word is taken, the first of two; a short word forgives one slip only", () => {
    expect(nearestWord("budjet", ["budget", "burget"])).toBe("budget");
    expect(nearestWord("paye", ["page", "paie"])).toBe("page");
    expect(nearestWord("pxxe", ["paie"])).toBeNull();
  });

  test("EI-10 only words that no ad holds are replaced", () => {
    const known = wordsOf("Sécurité alimentaire en cuisine");
    expect(known).toEqual(["securite", "alimentaire", "cuisine"]);
    expect(corrected("Sécurité alimentiare", (word) => word === "securite", known)).toBe("securite alimentaire");
    expect(corrected("securite xylophone", (word) => word === "securite", known)).toBeNull();
  });
});
