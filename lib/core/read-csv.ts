import { parse } from "csv-parse/sync";
import { Refusal } from "./refusal";
import { fold, isCleanText } from "./text";

/** Most lines of a file that is shown before it is imported: more is split by its sender. */
export const mostCsvLines = 1000;

export interface CsvColumn {
  /** Name of the field. */
  readonly name: string;
  /** First line of the file; case and accents are forgiven. */
  readonly header: string;
  readonly required?: boolean;
}

export interface CsvRow {
  /** Line of the file, the header being 1. */
  readonly line: number;
  /** By field name; columns that the file does not have are absent. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows of a CSV file or of cells pasted from a spreadsheet; the separator is found. Refuses what cannot be read, saying why. */
export function readCsv(text: string, columns: readonly CsvColumn[]): readonly CsvRow[] {
  if (!isCleanText(text))
    throw unreadable("Ce texte contient des caractères illisibles. Enregistrez le fichier en CSV UTF-8, puis recommencez.");
  const [header, ...rows] = parsed(text);
  if (header === undefined) throw unreadable("Il n’y a rien à lire : choisissez un fichier, ou collez ses lignes.");
  const names = header.record.map((cell) => columns.find((column) => letters(column.header) === letters(cell))?.name);
  const unknown = header.record.filter((cell, at) => names[at] === undefined && cell.trim() !== "");
  if (unknown.length > 0)
    throw unreadable(
      `Colonne inconnue : « ${unknown[0]?.slice(0, 60)} ». Les colonnes sont : ${columns.map((column) => column.header).join(", ")}.`,
    );
  const missing = columns.filter(({ name, required }) => required === true && !names.includes(name));
  if (missing.length > 0) throw unreadable(`Il manque une colonne : « ${missing.map((column) => column.header).join(" », « ")} ».`);
  if (rows.length === 0) throw unreadable("La première ligne donne les colonnes ; il n’y a aucune ligne après elle.");
  if (rows.length > mostCsvLines) throw unreadable(`Le fichier a plus de ${mostCsvLines} lignes : importez-le en plusieurs fois.`);
  return rows.map(({ record, line }) => ({
    line,
    cells: Object.fromEntries(record.flatMap((cell, at) => (names[at] === undefined ? [] : [[names[at], unprotected(cell)]]))),
  }));
}

/** Names of columns are compared by their letters only: "N° d’immatriculation" is "n d'immatriculation". */
const letters = (header: string) => fold(header).replace(/[^a-z0-9]/gu, "");

function parsed(text: string): readonly { readonly record: readonly string[]; readonly line: number }[] {
  const first = text.split("\n", 1)[0] ?? "";
  const delimiter = [";", "\t", ","].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ";";
  try {
    const found: unknown = parse(text, {
      bom: true,
      delimiter,
      trim: true,
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    });
    // With `info`, each record comes with where it was read.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return (found as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    const at = typeof error === "object" && error !== null && "lines" in error ? Number(error.lines) : undefined;
    throw unreadable(
      at === undefined
        ? "Ce fichier n’est pas un CSV lisible."
        : `La ligne ${at} ne se lit pas : elle a plus de cellules que la première, ou un guillemet de trop.`,
    );
  }
}

/** The apostrophe that our own files put before what a spreadsheet would compute. */
const unprotected = (cell: string) => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/u, "");

/** Whether a spreadsheet would compute this cell; a telephone number may begin with "+". */
export const isFormula = (cell: string) => /^\s*[=@＝＠]|^\s*[+\-＋－](?![\d\s().]+$)/u.test(cell) && cell.trim() !== "-";

const unreadable = (message: string) => new Refusal("invalid", message, { text: [message] });
