import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { countEffects, ensureAsShown, type ImportLine, type ImportPreview, previewOf } from "@/lib/core/import-preview";
import { type CsvRow, isFormula, readCsv } from "@/lib/core/read-csv";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "../policy";
import { keyFieldOf } from "./fields.data";
import { readRows, readSurroundings, takeLists } from "./reference-rows";
import { columnsOf, differences, faultsOf, keyOf, nameScope, type ReferenceSurroundings, shownValues } from "./rules";
import { type ImportListInput, type PreviewListInput, referenceInput, type ReferenceInput } from "./schemas";
import type { ReferenceList } from "./vocabulary";
import { insertRow, updateRow } from "./write-row";

interface PlannedLine extends ImportLine {
  readonly row: ReferenceInput | null;
}

/** What a file would do to a list, line by line; nothing is written (AD-09). */
export async function previewList(ctx: Ctx, { list, text }: PreviewListInput): Promise<ImportPreview> {
  ensure(can.manageReferences(ctx.actor));
  return previewOf(text, (await plan(ctx, list, text)).map(withoutRow));
}

/** Imports the file that was shown: all of it, or nothing (AD-09). */
export function importList(ctx: Ctx, { list, text, print }: ImportListInput): Promise<{ added: number; changed: number }> {
  return withTx(ctx, async (tx) => {
    ensure(can.manageReferences(tx.actor));
    await takeLists(tx);
    const lines = await plan(tx, list, text);
    const preview = previewOf(text, lines.map(withoutRow));
    ensureAsShown(preview, print);
    for (const { row, effect } of lines) {
      if (row !== null && effect === "added") await insertRow(tx, row);
      if (row !== null && effect === "changed") await updateRow(tx, row);
    }
    const counts = countEffects(preview);
    await audit(tx, { action: "reference.import", subject: { type: "reference", id: list }, details: { list, ...counts } });
    return counts;
  });
}

const withoutRow = ({ row: _row, ...line }: PlannedLine): ImportLine => line;

async function plan(ctx: Ctx, list: ReferenceList, text: string): Promise<PlannedLine[]> {
  const rows = readCsv(text, columnsOf(list));
  const known = await readRows(ctx, list);
  const byKey = new Map(known.map((row) => [keyOf(row), row]));
  const surroundings = await readSurroundings(ctx, known);
  const names = new Map(surroundings.keyByName);
  const lineOfKey = new Map<string, number>();
  return rows.map((row) => {
    const planned = judge(list, row, byKey, { ...surroundings, keyByName: names });
    if (planned.row === null) return planned;
    const key = keyOf(planned.row);
    const before = lineOfKey.get(key);
    if (before !== undefined) return { ...planned, row: null, effect: "refused", notes: [`La ligne ${before} porte déjà ce code.`] };
    lineOfKey.set(key, row.line);
    const scope = nameScope(planned.row);
    if (scope !== null) names.set(scope, key);
    return planned;
  });
}

/** One line beside what is known: columns that the file leaves out stay as they are. */
function judge(
  list: ReferenceList,
  { line, cells }: CsvRow,
  byKey: ReadonlyMap<string, ReferenceInput>,
  surroundings: ReferenceSurroundings,
): PlannedLine {
  const keyField = keyFieldOf(list);
  const typedKey = (cells[keyField.name] ?? "").replace(/\s/gu, "").toUpperCase();
  const known = byKey.get(typedKey) ?? byKey.get(typedKey.toLowerCase());
  const name = [cells[keyField.name], cells["name"]].filter(Boolean).join(" · ") || "(ligne sans nom)";
  const refused = (notes: readonly string[]): PlannedLine => ({ line, name, effect: "refused", notes, row: null });

  const columns = columnsOf(list);
  const label = (field: string) => columns.find((column) => column.name === field)?.header ?? field;
  const formula = Object.entries(cells).find(([, cell]) => isFormula(cell));
  if (formula !== undefined) return refused([`${label(formula[0])} : une formule n’est pas lue. Écrivez la valeur.`]);
  const base = known === undefined ? { active: "oui" } : shownValues(known);
  const parsed = referenceInput.safeParse({ ...base, ...cells, list });
  if (!parsed.success) return refused(parsed.error.issues.map(({ path, message }) => `${label(String(path[0]))} : ${message}`));
  const faults = Object.entries(faultsOf(parsed.data, surroundings));
  if (faults.length > 0) return refused(faults.map(([field, messages]) => `${label(field)} : ${messages.join(" ")}`));
  if (known === undefined) return { line, name, effect: "added", notes: [], row: parsed.data };
  const notes = differences(known, parsed.data);
  return { line, name, effect: notes.length === 0 ? "same" : "changed", notes, row: parsed.data };
}
