import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "./csv";
import { isFormula, readCsv } from "./read-csv";
import { Refusal } from "./refusal";

const columns = [
  { name: "code", header: "N° de dossier", required: true },
  { name: "name", header: "Nom", required: true },
  { name: "phone", header: "Téléphone" },
];
const refusalOf = (text: string): string => {
  try {
    readCsv(text, columns);
    return "";
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};

describe("AD-09 a file to import", () => {
  test.each([
    ["semicolons", "N° de dossier;Nom\n1;Nancy\n"],
    ["commas and quotes", '"N° de dossier","Nom"\r\n"1","Nancy"\r\n'],
    ["cells pasted from a spreadsheet", "N° de dossier\tNom\n1\tNancy"],
    ["a mark at the beginning, no accent, another order", "\uFEFFNOM;n de dossier\nNancy;1"],
    ["blank lines", "\nN° de dossier;Nom\n\n1;Nancy\n;\n"],
  ])("AD-09 is read with %s", (_, text) => {
    expect(readCsv(text, columns).map(({ cells }) => cells)).toEqual([{ code: "1", name: "Nancy" }]);
  });

  test("AD-09 keeps its own numbers of lines, and takes off the apostrophe that our exports put before a sign", () => {
    const text =
      csvLine(["N° de dossier", "Nom", "Téléphone"]) + csvLine(["1", "-Nancy", "+33 3 53 01 54 00"]) + csvLine(["2", "Metz", ""]);
    expect(readCsv(text, columns)).toEqual([
      { line: 2, cells: { code: "1", name: "-Nancy", phone: "+33 3 53 01 54 00" } },
      { line: 3, cells: { code: "2", name: "Metz", phone: "" } },
    ]);
  });

  test.each([
    ["", "rien à lire"],
    ["Nom;Ville\nNancy;Nancy", "Colonne inconnue : « Ville »"],
    ["Nom\nNancy", "Il manque une colonne : « N° de dossier »"],
    ["N° de dossier;Nom\n", "aucune ligne après elle"],
    ['N° de dossier;Nom\n1;"Nancy', "ne se lit pas"],
    ["N° de dossier;Nom\n1;Nancy;de trop", "ligne 2 ne se lit pas"],
    [`N° de dossier;Nom\n${"1;Nancy\n".repeat(1001)}`, "plus de 1000 lignes"],
    ["N° de dossier;Nom\n1;Nan\u0000cy", "caractères illisibles"],
  ])("AD-09 that cannot be read says why (%#)", (text, reason) => {
    expect(refusalOf(text)).toContain(reason);
  });

  test("AD-09 whatever is pasted is rows or a refusal, never a fault", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(refusalOf(`N° de dossier;Nom\n${text}`).length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test.each([
  ["=1+1", true],
  [" =HYPERLINK(A1)", true],
  ["@SUM(A1)", true],
  ["-cmd|calc", true],
  ["+33 6 12 34 56 78", false],
  ["-12", false],
  ["Nancy", false],
])("AD-09 a spreadsheet would compute %s: %s", (cell, expected) => {
  expect(isFormula(cell)).toBe(expected);
});
