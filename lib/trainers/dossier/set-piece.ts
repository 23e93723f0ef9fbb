import { and, eq } from "drizzle-orm";
import { dossierDraftFiles, dossierVersionFiles } from "@/db/schema/dossiers";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { attachFile } from "@/lib/files/attach-file";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { removeBytes, removeFile } from "@/lib/files/remove-file";
import { lockOwnDossier } from "./lock-dossier";
import { type DossierSlot, dossierSlots } from "./vocabulary";

const isSlot = (text: string): text is DossierSlot => (dossierSlots as readonly string[]).includes(text);

/**
 * Puts the file just sent in its place of the form, or takes it off (the red cross); what was sent before stays as it was
 * sent, valid until the new one is (EI-68). No policy: lockOwnDossier has it.
 */
export async function setPiece(
  ctx: Ctx,
  { slot, fileId }: { readonly slot: string; readonly fileId: string | null },
  tools: FileTools = fileTools(),
): Promise<void> {
  if (!isSlot(slot)) throw new Refusal("invalid", "Cette page n’est plus à jour : rechargez-la, puis recommencez.");
  const removed = await withTx(ctx, async (tx) => {
    const { profile, dossier } = await lockOwnDossier(tx);
    const removed = await placeFile(tx, dossier.id, slot, fileId);
    await audit(tx, {
      action: fileId === null ? "trainer.piece_removed" : "trainer.piece_set",
      subject: { type: "dossier", id: dossier.id },
      accountId: profile.accountId,
      details: { slot },
    });
    return removed;
  });
  await removeBytes(ctx, removed, tools);
}

/** Fills one place of the form with a file just sent, or empties it. The caller has judged and holds the dossier. */
export async function placeFile(tx: TxCtx, dossierId: string, slot: DossierSlot, fileId: string | null): Promise<readonly string[]> {
  if (fileId !== null && fileId !== (await fileAt(tx, dossierId, slot))) await attachFile(tx, { fileId, place: "dossier_piece" });
  return fillPlace(tx, dossierId, slot, fileId === null ? null : { fileId, addedAt: tx.now });
}

const placeOf = (dossierId: string, slot: DossierSlot) => and(eq(dossierDraftFiles.dossierId, dossierId), eq(dossierDraftFiles.slot, slot));

async function fileAt(tx: TxCtx, dossierId: string, slot: DossierSlot): Promise<string | null> {
  const [row] = await tx.db.select({ fileId: dossierDraftFiles.fileId }).from(dossierDraftFiles).where(placeOf(dossierId, slot));
  return row?.fileId ?? null;
}

/** Puts an attached file in a place of the form, or nothing; answers the file that nothing points at any more. */
export async function fillPlace(
  tx: TxCtx,
  dossierId: string,
  slot: DossierSlot,
  file: { readonly fileId: string; readonly addedAt: Date } | null,
): Promise<readonly string[]> {
  const before = await fileAt(tx, dossierId, slot);
  if (before === (file?.fileId ?? null)) return [];
  await tx.db.delete(dossierDraftFiles).where(placeOf(dossierId, slot));
  if (file !== null) await tx.db.insert(dossierDraftFiles).values({ dossierId, slot, ...file });
  return before === null ? [] : letGo(tx, before);
}

/** Removes a file that neither the form nor anything that was sent points at. */
async function letGo(tx: TxCtx, fileId: string): Promise<readonly string[]> {
  const used =
    (await tx.db.$count(dossierVersionFiles, eq(dossierVersionFiles.fileId, fileId))) +
    (await tx.db.$count(dossierDraftFiles, eq(dossierDraftFiles.fileId, fileId)));
  if (used > 0) return [];
  await removeFile(tx, fileId);
  return [fileId];
}
