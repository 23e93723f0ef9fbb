import { eq } from "drizzle-orm";
import { dossierDraftFiles, dossiers, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import type { FileRow } from "@/lib/files/file-row";
import type { FileRights } from "@/lib/files/policy";

/** Pieces of a dossier at their plain address: their owner alone. Staff reads them through what notes each look (EI-98). */
export const dossierFileRights: FileRights = {
  see: async (ctx: Ctx, { id }: FileRow) => {
    if (ctx.actor.kind !== "account") return false;
    const owner = { accountId: trainerProfiles.accountId };
    const [[ofDraft], [ofVersion]] = await Promise.all([
      ctx.db
        .select(owner)
        .from(dossierDraftFiles)
        .innerJoin(dossiers, eq(dossiers.id, dossierDraftFiles.dossierId))
        .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
        .where(eq(dossierDraftFiles.fileId, id)),
      ctx.db
        .select(owner)
        .from(dossierVersionFiles)
        .innerJoin(dossierVersions, eq(dossierVersions.id, dossierVersionFiles.versionId))
        .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
        .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
        .where(eq(dossierVersionFiles.fileId, id)),
    ]);
    return (ofDraft ?? ofVersion)?.accountId === ctx.actor.accountId;
  },
  sensitive: false,
};
