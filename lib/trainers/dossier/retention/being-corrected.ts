import { and, desc, eq, getTableColumns, inArray, ne, not, sql } from "drizzle-orm";
import { dossierDraftFiles, dossiers, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import type { Ctx } from "@/lib/core/ctx";
import { sameAnswers } from "../../profile/merge";
import { dossierSpecs } from "../blocks.data";
import { blockAnswers, type BlockFiles, filesOf } from "../judge";
import { type DossierRow, openDraft, openSealed, versionContext } from "../lock-dossier";
import type { VersionRow } from "../lock-version";
import type { DossierBlock } from "../vocabulary";

interface Sending {
  readonly versionId: string;
  readonly dossierId: string;
  readonly block: DossierBlock;
}

/**
 * Of these sendings, those whose files the form shows while their block is being corrected there. Erased now, half of
 * what somebody is about to send would be gone. `free`: only the files that no other sending keeps anyway.
 */
export async function beingCorrected(ctx: Ctx, sendings: readonly Sending[], free: boolean): Promise<ReadonlySet<string>> {
  return changedInForm(ctx, await shownInForm(ctx, sendings, free));
}

/**
 * Of these sendings, those whose block says, or shows, something else in the form than what was last sent of it, or is in force. To be
 * relied on, it is asked with the dossier taken: whoever types or joins a file takes it too.
 */
export async function changedInForm(ctx: Ctx, sendings: readonly Sending[]): Promise<ReadonlySet<string>> {
  if (sendings.length === 0) return new Set();
  const forms = await readForms(
    ctx,
    sendings.map(({ dossierId }) => dossierId),
  );
  return new Set(sendings.filter(({ dossierId, block }) => differs(forms.get(dossierId), block)).map(({ versionId }) => versionId));
}

/** Whether the form still says and shows this sending, word for word. */
export async function isInForm(ctx: Ctx, { versionId, dossierId, block }: Sending): Promise<boolean> {
  const form = (await readForms(ctx, [dossierId])).get(dossierId);
  const sent = form?.sent.find(({ row }) => row.id === versionId);
  return form !== undefined && sent !== undefined && !differsFrom(sent, form, block);
}

const keptElsewhere = sql`exists (
  select from dossier_version_files other join dossier_versions of_other on of_other.id = other.version_id
  where other.file_id = ${dossierVersionFiles.fileId} and other.version_id <> ${dossierVersionFiles.versionId} and of_other.forgotten_at is null)`;

async function shownInForm({ db }: Ctx, sendings: readonly Sending[], free: boolean): Promise<readonly Sending[]> {
  if (sendings.length === 0) return [];
  const ids = sendings.map(({ versionId }) => versionId);
  const rows = await db
    .selectDistinct({ versionId: dossierVersionFiles.versionId })
    .from(dossierVersionFiles)
    .innerJoin(dossierDraftFiles, eq(dossierDraftFiles.fileId, dossierVersionFiles.fileId))
    .where(and(inArray(dossierVersionFiles.versionId, ids), free ? not(keptElsewhere) : undefined));
  const shown = new Set(rows.map(({ versionId }) => versionId));
  return sendings.filter(({ versionId }) => shown.has(versionId));
}

interface Sent {
  readonly row: VersionRow;
  readonly files: BlockFiles;
}
interface Shown {
  readonly dossier: DossierRow;
  readonly files: BlockFiles;
  /** All that was sent and not taken back, the last first. */
  readonly sent: readonly Sent[];
}

async function readForms({ db }: Ctx, dossierIds: readonly string[]): Promise<ReadonlyMap<string, Shown>> {
  const ids = [...new Set(dossierIds)];
  const [rows, drafted, versions, files] = await Promise.all([
    db.select().from(dossiers).where(inArray(dossiers.id, ids)),
    db.select().from(dossierDraftFiles).where(inArray(dossierDraftFiles.dossierId, ids)),
    db
      .select()
      .from(dossierVersions)
      .where(and(inArray(dossierVersions.dossierId, ids), ne(dossierVersions.state, "withdrawn")))
      .orderBy(desc(dossierVersions.number)),
    db
      .select(getTableColumns(dossierVersionFiles))
      .from(dossierVersionFiles)
      .innerJoin(dossierVersions, eq(dossierVersions.id, dossierVersionFiles.versionId))
      .where(inArray(dossierVersions.dossierId, ids)),
  ]);
  const [draftedOf, versionsOf] = [Map.groupBy(drafted, ({ dossierId }) => dossierId), Map.groupBy(versions, ({ dossierId }) => dossierId)];
  const filesSent = Map.groupBy(files, ({ versionId }) => versionId);
  return new Map(
    rows.map((dossier) => [
      dossier.id,
      {
        dossier,
        files: bySlot(draftedOf.get(dossier.id)),
        sent: (versionsOf.get(dossier.id) ?? []).map((row) => ({ row, files: bySlot(filesSent.get(row.id)) })),
      },
    ]),
  );
}

const bySlot = (rows: readonly { readonly slot: string; readonly fileId: string }[] = []): BlockFiles =>
  Object.fromEntries(rows.map(({ slot, fileId }) => [slot, fileId]));

/** Neither what was last sent of the block nor what is in force of it: there is something to send. */
function differs(form: Shown | undefined, block: DossierBlock): boolean {
  if (form === undefined) return false;
  const sent = form.sent.filter(({ row }) => row.block === block);
  return sent.filter(({ row }, at) => at === 0 || row.state === "validated").every((one) => differsFrom(one, form, block));
}

/** What was typed, over what was sent: what the profile says of itself meanwhile is no correction. */
function differsFrom({ row, files }: Sent, form: Shown, block: DossierBlock): boolean {
  const spec = dossierSpecs[block];
  const said = openSealed(row.answersSealed, versionContext(row.id));
  const typed = { ...said, ...openDraft(form.dossier) };
  return !sameAnswers(blockAnswers(spec, typed), said) || !sameAnswers(filesOf(spec, typed, form.files), files);
}
