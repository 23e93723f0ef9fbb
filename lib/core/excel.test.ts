import { unzipSync, strFromU8 } from "fflate";
import { expect, test } from "vitest";
import type { CsvCell } from "./csv";
import { excelFile, mostExcelRows } from "./excel";

async function* inBatches(...batches: (readonly (readonly CsvCell[])[])[]) {
  for (const batch of batches) yield await Promise.resolve(batch);
}
async function partsOf(...rows: (readonly CsvCell[])[]): Promise<string> {
  const file = await excelFile(["Nom", "Le"], inBatches(rows));
  return Object.entries(unzipSync(file))
    .filter(([name]) => name.startsWith("xl/"))
    .map(([, bytes]) => strFromU8(bytes))
    .join("\n");
}

test("AD-10 EI-102 a text that a spreadsheet would compute stays a text: no cell of the workbook is a formula", async () => {
  const written = await partsOf(['=HYPERLINK("http://exemple.org")', null], ["+1", null], ["@somme", null]);
  expect(written).not.toMatch(/<f[ >]/u);
  expect(written).toContain("=HYPERLINK(");
});

test("AD-10 dates are those of a clock in Paris, in summer and in winter", async () => {
  // Excel counts days since 30 December 1899: noon of 1 January 2026 is 46023.5.
  expect(await partsOf(["a", new Date("2026-01-01T11:00:00Z")])).toContain("46023.5");
  expect(await partsOf(["a", new Date("2026-07-01T10:00:00Z")])).toContain("46204.5");
});

test("AD-10 control characters and cut emoji make no broken file", async () => {
  const written = await partsOf(["\u0000a\u0008b\ud83d<&>", 1]);
  expect(written).toMatch(/<t[^>]*>ab\ufffd?&lt;&amp;&gt;<\/t>/u);
});

test("AD-10 beyond what fits in memory the CSV file is proposed", async () => {
  const batch = Array.from({ length: mostExcelRows / 2 + 1 }, () => ["x"]);
  await expect(excelFile(["Nom"], inBatches(batch, batch))).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("CSV") as string,
  });
});
