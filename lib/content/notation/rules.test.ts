import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanRichText } from "@/lib/content/rich-text/rules";
import { anyEditorText } from "@/lib/content/testing/any-text";
import { readNotation, writeNotation } from "./rules";

const kept = `Bonjour **à toutes et à tous**, et *bienvenue*.
Une seconde ligne.

## Ce qui change

- Le **CV**
  sur deux lignes
  1. le saisir
  2. le relire
- La [charte](https://exemple.fr/charte) et l’**[aide](/aide)**

### Plus tard

1\\. n’est pas une liste, \\*ceci\\* n’est pas de l’italique`;

describe("AD-07 a text in plain characters, for who has no JavaScript", () => {
  test("AD-07 what is written is read back as it was", () => {
    const text = readNotation(kept);
    expect(writeNotation(text)).toBe(kept);
    expect(text.content.map(({ type }) => type)).toEqual(["paragraph", "heading", "bulletList", "heading", "paragraph"]);
  });

  test("AD-07 a list right under its sentence, Windows line ends, stars left alone: nothing typed is lost", () => {
    const text = readNotation("Apporter :\r\n- une pièce *\r\n- un RIB **signé\r\n\r\n\r\nMerci");
    expect(writeNotation(text)).toBe("Apporter :\n\n- une pièce \\*\n- un RIB \\*\\*signé\n\nMerci");
  });

  test("AD-07 a link that may not be followed stays as it was typed", () => {
    expect(readNotation("[ici](javascript:alert)").content).toEqual([
      { type: "paragraph", content: [{ type: "text", text: "[ici](javascript:alert)" }] },
    ]);
  });

  test("AD-07 any text of the editor goes through plain characters and comes back the same", () => {
    fc.assert(
      fc.property(anyEditorText, (given) => {
        const text = cleanRichText(given);
        fc.pre(text !== null);
        expect(readNotation(writeNotation(text))).toEqual(text);
      }),
      { numRuns: 2000 },
    );
  });

  test("AD-07 any characters make a text that may be kept", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (characters) => {
        const text = readNotation(characters);
        expect(cleanRichText(text)).toEqual(text);
      }),
    );
  });
});
