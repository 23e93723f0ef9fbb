import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import type { CsvCell } from "@/lib/core/csv";
import { shortDay } from "@/lib/core/format";
import { ensure } from "@/lib/core/refusal";
import { noEnd } from "../piece-states";
import { can } from "../policy";
import { blockLabels } from "../vocabulary";
import { type DossierFilter, everyDossier } from "./list-dossiers";
import { everyPiece, type PieceFilter } from "./list-waiting";
import { completenessWords } from "./words.data";

type Batches = AsyncGenerator<readonly (readonly CsvCell[])[]>;

export const piecesCsvHeader = ["Nom", "Prénom", "Structure", "Bloc", "Transmis le", "En attente depuis le", "Demandé par", "Accords"];
export const dossiersCsvHeader = ["Nom", "Prénom", "Structure", "État", "Complet jusqu’au", "Blocs à vérifier", "Blocs demandés"];

/** The queue as its page finds it; recorded before its first line (AD-04, AD-13). */
export async function exportPieces(ctx: Ctx, filter: PieceFilter): Promise<Batches> {
  ensure(can.list(ctx.actor));
  await auditLook(ctx, { action: "trainer.pieces_export", details: { searched: filter.query !== "" } });
  return pieceBatches(ctx, filter);
}

async function* pieceBatches(ctx: Ctx, filter: PieceFilter): Batches {
  for await (const lines of everyPiece(ctx, filter))
    yield lines.map(({ lastName, firstName, structure, block, sentAt, waitingSince, asker, needsSecond, approvedAt }) => [
      lastName,
      firstName,
      structure,
      blockLabels[block],
      sentAt,
      waitingSince,
      asker,
      needsSecond ? (approvedAt === null ? "Deux accords à donner" : "Second accord à donner") : "",
    ]);
}

/** The list of dossiers as its page finds it. */
export async function exportDossiers(ctx: Ctx, filter: DossierFilter): Promise<Batches> {
  ensure(can.list(ctx.actor));
  await auditLook(ctx, { action: "trainer.dossiers_export", details: { searched: filter.query !== "" } });
  return dossierBatches(ctx, filter);
}

async function* dossierBatches(ctx: Ctx, filter: DossierFilter): Batches {
  for await (const lines of everyDossier(ctx, filter))
    yield lines.map(({ lastName, firstName, structure, completeUntil, waiting, asked }) => [
      lastName,
      firstName,
      structure,
      completenessWords(completeUntil, ctx.now),
      completeUntil === null || completeUntil === noEnd ? "" : shortDay(completeUntil),
      waiting,
      asked,
    ]);
}
