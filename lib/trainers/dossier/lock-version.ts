import { eq } from "drizzle-orm";
import { dossierVersions } from "@/db/schema/dossiers";
import type { TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { lockDossier, type OwnDossier } from "./lock-dossier";

export type VersionRow = typeof dossierVersions.$inferSelect;

/** A version with its dossier and profile, taken in the order of all writers. */
export async function lockVersion(tx: TxCtx, versionId: string): Promise<OwnDossier & { readonly version: VersionRow }> {
  const [found] = await tx.db
    .select({ dossierId: dossierVersions.dossierId })
    .from(dossierVersions)
    .where(eq(dossierVersions.id, versionId));
  if (found === undefined) throw absent();
  const own = await lockDossier(tx, found.dossierId);
  const [version] = await tx.db.select().from(dossierVersions).where(eq(dossierVersions.id, versionId)).for("update");
  if (version === undefined) throw absent();
  return { ...own, version };
}
