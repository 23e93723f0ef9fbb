import { and, inArray, sql } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";
import { shortDay } from "@/lib/core/format";
import { countEffects, ensureAsShown, type ImportLine, type ImportPreview, previewOf } from "@/lib/core/import-preview";
import { type CsvRow, isFormula, readCsv } from "@/lib/core/read-csv";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { inManaged } from "../ads/in-managed";
import { lockProfile } from "../profile/lock-profile";
import { writeCvEntry } from "../profile/write-cv-entry";
import { interventionColumns } from "./fields.data";
import { findTrainers, type FoundTrainer } from "./find-trainers";
import { takeInterventions } from "./lock-interventions";
import { can } from "./policy";
import { type ImportInterventionsInput, interventionLineInput, type PreviewInterventionsInput } from "./schemas";

interface Written {
  readonly structureId: string;
  readonly reference: string;
  readonly profileId: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hours: number | null;
}
interface PlannedLine extends ImportLine {
  readonly row: Written | null;
  /** Who loses the intervention to somebody else. */
  readonly formerProfileId?: string;
}

/** What a file of interventions would record, line by line; nothing is written (AD-08). */
export async function previewInterventions(ctx: Ctx, { text }: PreviewInterventionsInput): Promise<ImportPreview> {
  ensure(can.recordInterventions(ctx.actor));
  return previewOf(text, (await plan(ctx, text)).map(withoutRow));
}

/** Records the file that was shown, all of it or nothing; run again, it adds nothing (AD-08). */
export function importInterventions(ctx: Ctx, { text, print }: ImportInterventionsInput): Promise<{ added: number; changed: number }> {
  return withTx(ctx, async (tx) => {
    ensure(can.recordInterventions(tx.actor));
    await takeInterventions(tx);
    const lines = await plan(tx, text);
    const preview = previewOf(text, lines.map(withoutRow));
    ensureAsShown(preview, print);
    const rows = lines.flatMap(({ row, effect }) => (row !== null && (effect === "added" || effect === "changed") ? [row] : []));
    const former = lines.flatMap(({ formerProfileId }) => (formerProfileId === undefined ? [] : [formerProfileId]));
    // In one order, before anything is written: whoever takes several profiles waits for nobody who waits for us.
    const touched = [...new Set([...rows.map(({ profileId }) => profileId), ...former])].toSorted();
    for (const profileId of touched) await lockProfile(tx, profileId);
    await write(tx, rows);
    for (const profileId of touched) await writeCvEntry(tx, profileId);
    const counts = countEffects(preview);
    await audit(tx, { action: "trainer.interventions_imported", details: counts });
    return counts;
  });
}

const withoutRow = ({ row: _row, formerProfileId: _former, ...line }: PlannedLine): ImportLine => line;

async function write(tx: TxCtx, rows: readonly Written[]): Promise<void> {
  const recordedBy = accountIdOf(tx.actor);
  await tx.db
    .insert(interventions)
    .values(rows.map((row) => ({ ...row, recordedBy, createdAt: tx.now })))
    .onConflictDoUpdate({
      target: [interventions.structureId, interventions.reference],
      set: {
        profileId: sql`excluded.profile_id`,
        title: sql`excluded.title`,
        startsOn: sql`excluded.starts_on`,
        endsOn: sql`excluded.ends_on`,
        hours: sql`excluded.hours`,
      },
    });
}

interface Surroundings {
  readonly structureIds: ReadonlyMap<string, string>;
  readonly trainers: ReadonlyMap<string, FoundTrainer>;
  readonly known: ReadonlyMap<string, Written & { readonly trainer: string }>;
}

async function plan(ctx: Ctx, text: string): Promise<PlannedLine[]> {
  const rows = readCsv(text, interventionColumns);
  const surroundings = await readSurroundings(ctx, rows);
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const planned = judge(row, surroundings);
    if (planned.row === null) return planned;
    const key = keyOf(planned.row);
    const before = lines.get(key);
    lines.set(key, row.line);
    return before === undefined
      ? planned
      : { ...planned, row: null, effect: "refused", notes: [`La ligne ${before} porte déjà cette référence.`] };
  });
}

const keyOf = ({ structureId, reference }: Pick<Written, "structureId" | "reference">) => `${structureId} ${reference}`;

async function readSurroundings(ctx: Ctx, rows: readonly CsvRow[]): Promise<Surroundings> {
  const cells = (name: string) => rows.map((row) => (row.cells[name] ?? "").replace(/\s+/gu, " ").trim()).filter((cell) => cell !== "");
  const [homes, trainers] = await Promise.all([
    ctx.db
      .select({ id: structures.id, code: structures.code })
      .from(structures)
      .where(and(structures.active, inManaged(ctx, structures.id))),
    findTrainers(ctx, cells("trainer")),
  ]);
  const references = cells("reference");
  const found =
    references.length === 0 || homes.length === 0
      ? []
      : await ctx.db
          .select()
          .from(interventions)
          .where(
            and(
              inArray(interventions.reference, references),
              inArray(
                interventions.structureId,
                homes.map(({ id }) => id),
              ),
            ),
          );
  const nameOf = new Map([...trainers.values()].map(({ profileId, name }) => [profileId, name]));
  return {
    structureIds: new Map(homes.map(({ code, id }) => [code, id])),
    trainers,
    known: new Map(found.map((row) => [keyOf(row), { ...row, trainer: nameOf.get(row.profileId) ?? "une autre personne" }])),
  };
}

function judge({ line, cells }: CsvRow, { structureIds, trainers, known }: Surroundings): PlannedLine {
  const name = [cells["reference"], cells["title"]].filter(Boolean).join(" · ") || "(ligne sans référence)";
  const refused = (...notes: string[]): PlannedLine => ({ line, name, effect: "refused", notes, row: null });
  const header = (field: string) => interventionColumns.find((column) => column.name === field)?.header ?? field;
  const formula = Object.entries(cells).find(([, cell]) => isFormula(cell));
  if (formula !== undefined) return refused(`${header(formula[0])} : une formule n’est pas lue. Écrivez la valeur.`);
  const parsed = interventionLineInput.safeParse({ ...cells, structure: (cells["structure"] ?? "").padStart(3, "0") });
  if (!parsed.success) return refused(...parsed.error.issues.map(({ path, message }) => `${header(String(path[0]))} : ${message}`));
  const { structure, trainer: typed, ...facts } = parsed.data;
  const structureId = structureIds.get(structure);
  if (structureId === undefined) return refused(`Structure : vous ne gérez pas de structure en service de code ${structure}.`);
  const trainer = trainers.get(typed);
  if (trainer === undefined)
    return refused(`Intervenant : aucun intervenant validé n’a pour immatriculation ni pour adresse « ${typed} ».`);
  const row: Written = { ...facts, structureId, profileId: trainer.profileId };
  const before = known.get(keyOf(row));
  const about = `${trainer.name}, du ${shortDay(row.startsOn)} au ${shortDay(row.endsOn)}`;
  if (before === undefined) return { line, name, effect: "added", notes: [about], row };
  const notes = differences({ ...before, trainer: before.trainer }, { ...row, trainer: trainer.name });
  const former = before.profileId === row.profileId ? {} : { formerProfileId: before.profileId };
  return { line, name, effect: notes.length === 0 ? "same" : "changed", notes, row, ...former };
}

function differences(before: Written & { readonly trainer: string }, after: Written & { readonly trainer: string }): string[] {
  const hours = ({ hours: value }: Written) => (value === null ? "non dit" : String(value));
  return [
    before.profileId === after.profileId ? null : `Intervenant : ${before.trainer} → ${after.trainer}`,
    before.title === after.title ? null : `Intitulé : « ${before.title} » → « ${after.title} »`,
    before.startsOn === after.startsOn ? null : `Début : ${shortDay(before.startsOn)} → ${shortDay(after.startsOn)}`,
    before.endsOn === after.endsOn ? null : `Fin : ${shortDay(before.endsOn)} → ${shortDay(after.endsOn)}`,
    before.hours === after.hours ? null : `Heures : ${hours(before)} → ${hours(after)}`,
  ].filter((note) => note !== null);
}
