import { expect, test } from "vitest";
import { optionalPersonName, personName } from "./fields";

const accepts = (name: string) => personName("Indiquez votre nom.").safeParse(name).success;

test("MC-01 names of people are taken as they are written", () => {
  for (const name of ["Noël", "O’Brien", "d'Ormesson", "Jean-Paul", "J.-P.", "J. R. R.", "J.R.R.", "St. Clair", "Łukasz", "张伟"])
    expect(accepts(name), name).toBe(true);
});

test("MC-05 a name that a mailbox would show as a link is refused: anybody may have a mail sent to anybody", () => {
  for (const name of ["gagnez.example.com", "Cliquez sur www.exemple.fr", "ville.fr", "bit.ly"]) expect(accepts(name), name).toBe(false);
});

test("MC-02 a name that may be left out is null then, and follows the same rule otherwise", () => {
  const schema = optionalPersonName("Indiquez votre nom de naissance.");
  for (const nothing of [undefined, "", "  "]) expect(schema.parse(nothing)).toBeNull();
  expect(schema.parse(" Lefèvre ")).toBe("Lefèvre");
  expect(schema.safeParse("<b>42</b>").success).toBe(false);
});
