import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { countEffects, ensureAsShown, type ImportLine, type ImportPreview, previewOf } from "@/lib/core/import-preview";
import { type CsvRow, isFormula, readCsv } from "@/lib/core/read-csv";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { takeIdentities, unknowablePassword } from "./create-trainer";
import { trainerColumns } from "./fields.data";
import { faultsOfNew, identityOf, readKnown } from "./judge-new-trainers";
import { can } from "./policy";
import { type CreateTrainerInput, createTrainerInput, type ImportTrainersInput, type PreviewTrainersInput } from "./schemas";
import { storeTrainer } from "./store-trainer";

interface PlannedLine extends ImportLine {
  readonly person: CreateTrainerInput | null;
}

/** Whom a file would create, line by line; nothing is written (AD-16). */
export async function previewTrainers(ctx: Ctx, { text }: PreviewTrainersInput): Promise<ImportPreview> {
  ensure(can.createTrainers(ctx.actor));
  return previewOf(text, (await plan(ctx, read(text))).map(withoutPerson));
}

/** Creates everybody of the file that was shown, or nobody (AD-16). */
export async function importTrainers(ctx: Ctx, { text, print }: ImportTrainersInput): Promise<{ added: number }> {
  ensure(can.createTrainers(ctx.actor));
  const passwordHash = await unknowablePassword();
  return withTx(ctx, async (tx) => {
    const lines = read(text);
    await takeIdentities(
      tx,
      lines.flatMap(({ person }) => (person === null ? [] : [person])),
    );
    const planned = await plan(tx, lines);
    const preview = previewOf(text, planned.map(withoutPerson));
    ensureAsShown(preview, print);
    const people = planned.flatMap(({ person }) => (person === null ? [] : [person]));
    const known = await readKnown(tx, people);
    for (const person of people)
      await storeTrainer(tx, person, { passwordHash, structureId: known.structureIds.get(person.structure) ?? "" });
    const { added } = countEffects(preview);
    await audit(tx, { action: "trainer.import", details: { added } });
    return { added };
  });
}

const withoutPerson = ({ person: _person, ...line }: PlannedLine): ImportLine => line;
const read = (text: string): PlannedLine[] => readCsv(text, trainerColumns).map(parseLine);

const header = (field: string) => trainerColumns.find(({ name }) => name === field)?.header ?? field;

function parseLine({ line, cells }: CsvRow): PlannedLine {
  const name = [cells["firstName"], cells["lastName"], cells["address"]].filter(Boolean).join(" ") || "(ligne sans nom)";
  const refused = (notes: readonly string[]): PlannedLine => ({ line, name, effect: "refused", notes, person: null });
  const formula = Object.entries(cells).find(([, cell]) => isFormula(cell));
  if (formula !== undefined) return refused([`${header(formula[0])} : une formule n’est pas lue. Écrivez la valeur.`]);
  const parsed = createTrainerInput.safeParse(cells);
  if (!parsed.success) return refused(parsed.error.issues.map(({ path, message }) => `${header(String(path[0]))} : ${message}`));
  return { line, name, effect: "added", notes: [], person: parsed.data };
}

/** Beside what is known, and beside the lines before: one person is created once. */
async function plan(ctx: Ctx, lines: readonly PlannedLine[]): Promise<PlannedLine[]> {
  const known = await readKnown(
    ctx,
    lines.flatMap(({ person }) => (person === null ? [] : [person])),
  );
  const seen = new Map<string, number>();
  return lines.map((planned) => {
    const { person, line } = planned;
    if (person === null) return planned;
    const faults = Object.entries(faultsOfNew(ctx, person, known)).map(([field, messages]) => `${header(field)} : ${messages.join(" ")}`);
    const keys = [person.address, identityOf(person), ...(person.immatriculation === null ? [] : [`n ${person.immatriculation}`])];
    const before = keys.map((key) => seen.get(key)).find((at) => at !== undefined);
    if (before !== undefined) faults.push(`La ligne ${before} est déjà cette personne, son adresse ou son immatriculation.`);
    for (const key of keys) seen.set(key, line);
    return faults.length === 0 ? planned : { ...planned, effect: "refused", notes: faults, person: null };
  });
}
