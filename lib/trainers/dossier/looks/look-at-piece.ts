import { and, eq } from "drizzle-orm";
import { buffer } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { dossierVersionFiles, dossierVersions, dossiers } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { dateTime } from "@/lib/core/format";
import { log } from "@/lib/core/log";
import { absent, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import type { FileRow } from "@/lib/files/file-row";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { safeImageTypes } from "@/lib/files/formats.data";
import { openFile } from "@/lib/files/open-file";
import { watermarkImage } from "@/lib/files/watermark-image";
import { readInstitution } from "@/lib/settings/institution";
import { pieceInput } from "../schemas";
import { lookAt } from "./look-at";

export interface SeenPiece {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer | Readable;
}

// No audit: lookAt writes the line. No policy: it judges.
/**
 * A piece as a member of staff sees it, under a live opening (EI-60). The look is written down and counted before the
 * first byte leaves (EI-98); an image bears who looks and when (EI-105).
 */
export async function lookAtPiece(
  ctx: Ctx,
  { versionId, slot }: { readonly versionId: string; readonly slot: string },
  tools: FileTools = fileTools(),
): Promise<SeenPiece> {
  const file = await withTx(ctx, (tx) => note(tx, versionId, slot));
  const { name, mediaType } = file;
  try {
    const stream = await openFile(file, tools);
    if (!safeImageTypes.includes(mediaType)) return { name, mediaType, content: stream };
    return { name, mediaType: "image/jpeg", content: await watermarkImage(await buffer(stream), await wordsOf(ctx)) };
  } catch (error) {
    log.error({ err: error, fileId: file.id, store: file.store }, "a piece cannot be opened");
    throw new Refusal("unavailable", "Ce document n’est pas accessible en ce moment. Réessayez dans quelques minutes.");
  }
}

async function note(tx: TxCtx, versionId: string, slot: string): Promise<FileRow> {
  const place = pieceInput.safeParse({ slot });
  if (!place.success || !identifier.safeParse(versionId).success) throw absent();
  const [found] = await tx.db
    .select({ file: files, dossierId: dossiers.id, trainerId: trainerProfiles.accountId, block: dossierVersions.block })
    .from(dossierVersionFiles)
    .innerJoin(dossierVersions, eq(dossierVersions.id, dossierVersionFiles.versionId))
    .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .innerJoin(files, eq(files.id, dossierVersionFiles.fileId))
    .where(and(eq(dossierVersionFiles.versionId, versionId), eq(dossierVersionFiles.slot, place.data.slot)));
  if (found === undefined) throw absent();
  const { file, dossierId, trainerId, block } = found;
  await lookAt(tx, { dossierId, trainerId, kind: "piece", block, slot: place.data.slot });
  if (file.state !== "clean") throw new Refusal("absent", "Ce document a été effacé : il a déjà servi.");
  return file;
}

/** "Marc Lambert · 21/11/2026 à 10:24 · CNFPT" */
async function wordsOf(ctx: Ctx): Promise<string> {
  const { shortName } = await readInstitution(ctx);
  const who = ctx.actor.kind === "account" ? `${ctx.actor.firstName} ${ctx.actor.lastName}` : "";
  return [who, dateTime(ctx.now), shortName].join(" · ");
}
