import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intercommunalityName, typographic } from "./import/names";
import { authorityDetail, exchangedLetters, foldPlaceName, isSiren, parsePlaceQuery } from "./rules";

describe("AD-09 what is typed to find an authority", () => {
  test.each([
    ["94230", { by: "postcode", range: { from: "94230", to: "94230" } }],
    ["94 230", { by: "postcode", range: { from: "94230", to: "94230" } }],
    ["942", { by: "postcode", range: { from: "94200", to: "94299" } }],
    ["219400165", { by: "siren", range: { from: "219400165", to: "219400165" } }],
    ["219 400 165", { by: "siren", range: { from: "219400165", to: "219400165" } }],
    ["219.400.165.00018", { by: "siren", range: { from: "219400165", to: "219400165" } }],
    ["219400", { by: "siren", range: { from: "219400000", to: "219400999" } }],
  ])("AD-09 %s is a number", (typed, expected) => {
    expect(parsePlaceQuery(typed)).toEqual(expected);
  });

  test.each([
    ["Cachan", { name: "cachan", kind: null, within: null }],
    ["St-Denis 93", { name: "saint denis", kind: null, within: { from: "93000", to: "93999" } }],
    ["94230 Cachan", { name: "cachan", kind: null, within: { from: "94230", to: "94230" } }],
    ["Mairie d’Arcueil", { name: "arcueil", kind: "commune", within: null }],
    ["CC Faucigny", { name: "faucigny", kind: "intercommunality", within: null }],
    ["Département du Val-de-Marne", { name: "val de marne", kind: "department", within: null }],
    ["Région Grand Est", { name: "grand est", kind: "region", within: null }],
    ["Ville-d’Avray", { name: "ville d avray", kind: null, within: null }],
    ["L’Haÿ-les-Roses", { name: "l hay les roses", kind: null, within: null }],
  ])("AD-09 %s is a name", (typed, expected) => {
    expect(parsePlaceQuery(typed)).toEqual({ by: "name", ...expected });
  });

  test.each(["", " ", "9", "a", "--", "’", "漢字", "\u202E"])("AD-09 %j is not a search yet", (typed) => {
    expect(parsePlaceQuery(typed)).toEqual({ by: "nothing", hint: null });
  });

  test("AD-09 a SIREN with a wrong digit is said to be wrong, instead of an empty list", () => {
    expect(parsePlaceQuery("219400166")).toMatchObject({ by: "nothing", hint: expect.stringContaining("SIREN n’est pas valide") });
    expect(parsePlaceQuery("123456789012345")).toMatchObject({ by: "nothing", hint: expect.stringContaining("14") });
  });

  test("AD-09 whatever is typed is understood or set aside, never an error, and what reaches the database is plain", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (typed) => {
        const query = parsePlaceQuery(typed);
        const plain = { name: /^[a-z0-9]+(?: [a-z0-9]+)*$/u, postcode: /^\d{5}$/u, siren: /^\d{9}$/u, nothing: /^$/u }[query.by];
        expect(query.by === "name" ? query.name : "range" in query ? query.range.from : "").toMatch(plain);
      }),
    );
  });
});

test("AD-09 a SIREN is nine digits with their key", () => {
  expect(["219400165", "200054781", "356000000"].map(isSiren)).toEqual([true, true, true]);
  expect(["219400156", "21940016", "2194001650", "21940016a", "٢١٩٤٠٠١٦٥"].map(isSiren)).toEqual([false, false, false, false, false]);
});

test("AD-09 names are compared without accents, ligatures, punctuation nor abbreviations, and folding twice changes nothing", () => {
  expect(["Œuilly", "St-Étienne", "Ste Foy", "L’Haÿ-les-Roses", "  Bœrsch "].map(foldPlaceName)).toEqual([
    "oeuilly",
    "saint etienne",
    "sainte foy",
    "l hay les roses",
    "boersch",
  ]);
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (name) => foldPlaceName(foldPlaceName(name)) === foldPlaceName(name)));
});

test("AD-09 two exchanged letters of a short name are put back; long names resemble without it", () => {
  expect(exchangedLetters("cahcan")).toContain("cachan");
  expect(exchangedLetters("a")).toEqual([]);
  expect(exchangedLetters("la roche sur yon")).toEqual([]);
});

test("AD-09 two authorities of one name are told apart by their place", () => {
  const saintDenis = {
    kind: "commune",
    name: "Saint-Denis",
    postcodes: ["93200", "93210"],
    department: "Seine-Saint-Denis",
    region: "Île-de-France",
  } as const;
  expect(authorityDetail(saintDenis, null)).toBe("Commune · 93200 Saint-Denis · Seine-Saint-Denis");
  expect(authorityDetail(saintDenis, { from: "93210", to: "93210" })).toBe("Commune · 93210 Saint-Denis · Seine-Saint-Denis");
  expect(authorityDetail({ ...saintDenis, kind: "department", postcodes: [] }, null)).toBe("Département · Île-de-France");
  expect(authorityDetail({ ...saintDenis, kind: "region", postcodes: [] }, null)).toBe("Région");
});

test("AD-09 an intercommunality says what it is, once", () => {
  expect(intercommunalityName("CC du Pays de Banon")).toBe("Communauté de communes du Pays de Banon");
  expect(intercommunalityName("CA de l'Espace Sud")).toBe("Communauté d’agglomération de l’Espace Sud");
  expect(intercommunalityName("CC Mayenne Communauté")).toBe("Mayenne Communauté");
  expect(intercommunalityName("CA de Nîmes Métropole")).toBe("Communauté d’agglomération de Nîmes Métropole");
  expect(intercommunalityName('CC Alpes "Sources"')).toBe("Communauté de communes Alpes «\u00A0Sources\u00A0»");
  expect(intercommunalityName("Métropole du Grand Paris")).toBe("Métropole du Grand Paris");
  expect(typographic("Val-d'Oise")).toBe("Val-d’Oise");
});
