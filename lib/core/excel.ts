import { TZDate } from "@date-fns/tz";
import writeExcelFile, { type Cell } from "write-excel-file/node";
import type { CsvCell } from "./csv";
import { Refusal } from "./refusal";

/** A workbook is made in memory: beyond that, the CSV file is read as it comes. */
export const mostExcelRows = 50_000;
const columnWidth = 24;
/** Characters that the format of workbooks has no way to write. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** An Excel file of one sheet, its header in bold and always in sight. Texts stay texts: none is computed. */
export async function excelFile(header: readonly string[], batches: AsyncIterable<readonly (readonly CsvCell[])[]>): Promise<Buffer> {
  const rows: Cell[][] = [header.map((value) => ({ value, type: String, fontWeight: "bold" }))];
  for await (const batch of batches) {
    if (rows.length + batch.length > mostExcelRows + 1)
      throw new Refusal("conflict", "Il y a plus de 50 000 lignes : exportez-les en CSV, ou ajoutez des filtres.");
    rows.push(...batch.map((cells) => cells.map(cellOf)));
  }
  return writeExcelFile(rows, { columns: header.map(() => ({ width: columnWidth })), stickyRowsCount: 1 }).toBuffer();
}

function cellOf(cell: CsvCell): Cell {
  if (cell === null || cell === undefined || cell === "") return null;
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell, type: Number } : null;
  if (typeof cell === "boolean") return { value: cell ? "oui" : "non", type: String };
  if (cell instanceof Date) return { value: wallClock(cell), type: Date, format: "dd/mm/yyyy hh:mm:ss" };
  return { value: cell.toWellFormed().replace(unwritable, ""), type: String };
}

/** Workbooks know no time zone: what a clock in Paris shows, written as if it were universal time. */
function wallClock(instant: Date): Date {
  const paris = new TZDate(instant, "Europe/Paris");
  return new Date(instant.getTime() - paris.getTimezoneOffset() * 60_000);
}
