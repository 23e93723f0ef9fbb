import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";

export type CsvCell = string | number | boolean | Date | null | undefined;

/** Spreadsheets read the file as UTF-8 when it begins so. */
const byteOrderMark = "\uFEFF";
/** What makes a spreadsheet compute a cell, also after blanks and in its full-width forms. */
const startsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * One line of a CSV file for French spreadsheets: `;` between cells, quotes around texts, CR LF at the end.
 * A text that would be computed gets an apostrophe in front; numbers stay numbers, with a decimal comma.
 */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cellOf).join(";")}\r\n`;

function cellOf(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell).replace(".", ",") : "";
  if (typeof cell === "boolean") return cell ? "oui" : "non";
  if (cell instanceof Date) return format(new TZDate(cell, "Europe/Paris"), "yyyy-MM-dd HH:mm:ss");
  return `"${neutral(cell).replaceAll('"', '""')}"`;
}

const neutral = (text: string) => (startsFormula.test(text) ? `'${text}` : text);

/** A CSV file read as it is asked for, one batch of rows after the other: memory does not grow with the table. */
export function csvStream(header: readonly string[], batches: AsyncIterator<readonly (readonly CsvCell[])[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(byteOrderMark + csvLine(header)));
    },
    async pull(controller) {
      const { done, value } = await batches.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value.map(csvLine).join("")));
    },
    async cancel() {
      await batches.return?.();
    },
  });
}
