import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvCell, csvLine, csvStream } from "./csv";

/** Reads a file as a spreadsheet does: cells as they would be shown, before any computing. */
function read(file: string): { readonly text: string; readonly quoted: boolean }[][] {
  const rows: { text: string; quoted: boolean }[][] = [];
  let row: { text: string; quoted: boolean }[] = [];
  let place = 0;
  while (place < file.length) {
    const quoted = file[place] === '"';
    let text = "";
    if (quoted) {
      place += 1;
      for (;;) {
        const end = file.indexOf('"', place);
        text += file.slice(place, end);
        place = end + 1;
        if (file[place] !== '"') break;
        text += '"';
        place += 1;
      }
    } else {
      const end = file.slice(place).search(/;|\r\n/u);
      text = file.slice(place, place + end);
      place += end;
    }
    row.push({ text, quoted });
    if (file[place] === ";") place += 1;
    else {
      rows.push(row);
      row = [];
      place += 2;
    }
    if (file[place - 1] === ";" && (file[place] === undefined || file.startsWith("\r\n", place))) continue;
  }
  return rows;
}

const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const dangerous = fc
  .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", ' "=', ";=", ",=", '"=', "＝", "'="), fc.string({ unit: "grapheme" }))
  .map(([start, rest]) => start + rest);
const texts = fc.oneof(
  fc.string({ unit: "grapheme" }),
  dangerous,
  fc.constantFrom('=HYPERLINK("http://evil")', "+33 1 23", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)"),
);

describe("AD-13 an export opened in a spreadsheet", () => {
  test("computes nothing of what people typed, and every text is found again", () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (cells) => {
        const [row = []] = read(csvLine(cells));
        expect(row).toHaveLength(cells.length);
        for (const [index, cell] of cells.entries()) {
          const { text, quoted } = row[index] ?? { text: "", quoted: false };
          expect(quoted).toBe(true);
          expect(formula.test(text)).toBe(false);
          expect(text).toBe(formula.test(cell) ? `'${cell}` : cell);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps numbers as numbers, negative ones too", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Number(csvLine([number]).trimEnd().replace(",", "."))).toBe(number === 0 ? 0 : number);
      }),
    );
    expect(csvLine([-5, 1.5, Number.NaN])).toBe("-5;1,5;\r\n");
  });

  test("has dates that sort, in Paris time, words for yes and no, and empty cells for nothing", () => {
    expect(csvLine([new Date("2026-11-21T23:30:05Z"), true, false, null, undefined, ""])).toBe('2026-11-22 00:30:05;oui;non;;;""\r\n');
  });
});

test("AD-13 a large export is read batch by batch, begins with the byte order mark, and stops when the reader leaves", async () => {
  let asked = 0;
  let stopped = false;
  async function* batches(): AsyncGenerator<readonly (readonly CsvCell[])[]> {
    try {
      for (let batch = 0; batch < 1000; batch++) {
        asked += 1;
        yield [[batch, "é"]];
      }
    } finally {
      stopped = true;
    }
  }
  const reader = csvStream(["Numéro", "Texte"], batches()).getReader();
  const parts: Uint8Array[] = [];
  for (let part = 0; part < 3; part++) parts.push((await reader.read()).value ?? new Uint8Array());
  expect(Buffer.concat(parts).toString("utf8")).toBe('\uFEFF"Numéro";"Texte"\r\n0;"é"\r\n1;"é"\r\n');
  await reader.cancel();
  expect(stopped).toBe(true);
  expect(asked).toBeLessThan(6);
});
