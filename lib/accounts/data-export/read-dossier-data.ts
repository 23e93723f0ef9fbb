import { asc, eq } from "drizzle-orm";
import {
  dossierDraftFiles,
  dossierLooks,
  dossierNotices,
  dossierOpenings,
  dossierRequests,
  dossierReviews,
  dossiers,
  dossierVersionFiles,
  dossierVersions,
} from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { structures } from "@/db/schema/references";
import { openText } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/ctx";
import { sealedColumns } from "@/lib/operations/keys/sealed-columns.data";

/** What was sealed in this column of the row, as the rotation of keys knows it. */
function opened(sealed: string, table: string, column: string, id: string): unknown {
  const known = sealedColumns.find((one) => one.table === table && one.column === column);
  if (known === undefined) throw new Error(`${table}.${column} is not a sealed column`);
  return JSON.parse(openText(sealed, known.context(id)));
}

/**
 * The administrative file of a trainer, whole: what was typed and sent, numbers included, what became of it, and who
 * looked, by structure (EI-98). Who reviewed is not told: others have their rights too.
 */
export async function readDossierData(db: Db, profileId: string): Promise<readonly object[]> {
  const [dossier] = await db.select().from(dossiers).where(eq(dossiers.profileId, profileId));
  if (dossier === undefined) return [];
  const [sent, told] = await Promise.all([sentLines(db, dossier), toldLines(db, dossier.id)]);
  return [...sent, ...told];
}

const of = <Row extends { readonly versionId: string }>(rows: readonly Row[], id: string) =>
  rows.filter(({ versionId }) => versionId === id).map(({ versionId: _version, ...rest }) => rest);

/** What the person typed and sent, and what was decided of it. */
async function sentLines(db: Db, dossier: typeof dossiers.$inferSelect): Promise<readonly object[]> {
  const [versions, sent, drafted, reviews] = await Promise.all([
    db.select().from(dossierVersions).where(eq(dossierVersions.dossierId, dossier.id)).orderBy(asc(dossierVersions.sentAt)),
    db
      .select({ versionId: dossierVersionFiles.versionId, Emplacement: dossierVersionFiles.slot, Nom: files.name, Empreinte: files.sha256 })
      .from(dossierVersionFiles)
      .innerJoin(dossierVersions, eq(dossierVersions.id, dossierVersionFiles.versionId))
      .innerJoin(files, eq(files.id, dossierVersionFiles.fileId))
      .where(eq(dossierVersions.dossierId, dossier.id)),
    db
      .select({ Emplacement: dossierDraftFiles.slot, Nom: files.name })
      .from(dossierDraftFiles)
      .innerJoin(files, eq(files.id, dossierDraftFiles.fileId))
      .where(eq(dossierDraftFiles.dossierId, dossier.id)),
    db
      .select({
        versionId: dossierReviews.versionId,
        Décision: dossierReviews.decision,
        Motif: dossierReviews.reason,
        Le: dossierReviews.at,
      })
      .from(dossierReviews)
      .innerJoin(dossierVersions, eq(dossierVersions.id, dossierReviews.versionId))
      .where(eq(dossierVersions.dossierId, dossier.id)),
  ]);
  return [
    {
      Rubrique: "Dossier administratif",
      "Complet jusqu’au": dossier.completeUntil,
      "Saisi et pas encore transmis":
        dossier.draftSealed === null ? {} : opened(dossier.draftSealed, "dossiers", "draft_sealed", dossier.id),
      "Documents du formulaire": drafted,
    },
    ...versions.map((version) => ({
      Rubrique: "Envoi du dossier administratif",
      Bloc: version.block,
      Numéro: version.number,
      "État de l’envoi": version.state,
      "Transmis le": version.sentAt,
      "Valable jusqu’au": version.endsOn,
      Réponses: opened(version.answersSealed, "dossier_versions", "answers_sealed", version.id),
      Documents: of(sent, version.id),
      Décisions: of(reviews, version.id),
      "Images effacées le": version.forgottenAt,
    })),
  ];
}

/** What staff asked for, looked at and announced. */
async function toldLines(db: Db, dossierId: string): Promise<readonly object[]> {
  const [requests, looks, notices] = await Promise.all([
    db
      .select({ row: dossierRequests, structure: structures.name })
      .from(dossierRequests)
      .innerJoin(structures, eq(structures.id, dossierRequests.structureId))
      .where(eq(dossierRequests.dossierId, dossierId)),
    db
      .select({ row: dossierLooks, reason: dossierOpenings.reason, structure: structures.name })
      .from(dossierLooks)
      .innerJoin(dossierOpenings, eq(dossierOpenings.id, dossierLooks.openingId))
      .leftJoin(structures, eq(structures.id, dossierOpenings.structureId))
      .where(eq(dossierLooks.dossierId, dossierId))
      .orderBy(asc(dossierLooks.at)),
    db
      .select({ block: dossierVersions.block, row: dossierNotices })
      .from(dossierNotices)
      .innerJoin(dossierVersions, eq(dossierVersions.id, dossierNotices.versionId))
      .where(eq(dossierVersions.dossierId, dossierId)),
  ]);
  return [
    ...requests.map(({ row, structure }) => ({
      Rubrique: "Pièce demandée",
      Bloc: row.block,
      Structure: structure,
      Message: row.message,
      "Demandée le": row.askedAt,
      "Envoyée le": row.answeredAt,
      "Retirée le": row.withdrawnAt,
    })),
    ...looks.map(({ row, reason, structure }) => ({
      Rubrique: "Consultation du dossier",
      Date: row.at,
      Structure: structure ?? "Administration nationale",
      Motif: reason,
      "Ce qui a été vu": row.kind,
      Bloc: row.block,
    })),
    ...notices.map(({ block, row }) => ({
      Rubrique: "Avertissement de fin de validité",
      Bloc: block,
      "Fin annoncée": row.endsOn,
      "Mois avant la fin": row.step,
      Suite: row.outcome,
      Date: row.at,
    })),
  ];
}
