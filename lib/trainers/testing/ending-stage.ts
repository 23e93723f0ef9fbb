import { eq, sql } from "drizzle-orm";
import { dossiers, dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import type { VersionState } from "../dossier/vocabulary";
import type { DatedBlock } from "../dossier/expiry/vocabulary";
import { aSentFile } from "./dossier-stage";
import { aTrainer, type StagedTrainer } from "./profile-stage";

export interface StagedDossier {
  readonly trainer: StagedTrainer;
  readonly dossierId: string;
}

/** A validated trainer with an administrative file that holds nothing yet. */
export async function aDossier(ctx: Ctx, over: Parameters<typeof aTrainer>[1] = {}): Promise<StagedDossier> {
  const trainer = await aTrainer(ctx, { answers: { status: "civil_servant" }, ...over });
  const [dossier] = await ctx.db
    .insert(dossiers)
    .values({ profileId: trainer.profileId, createdAt: ctx.now, updatedAt: ctx.now })
    .returning({ id: dossiers.id });
  if (dossier === undefined) throw new Error("dossier not stored");
  return { trainer, dossierId: dossier.id };
}

interface NewPiece {
  readonly block?: DatedBlock;
  readonly endsOn: string | null;
  readonly state?: VersionState;
  readonly sentAt?: Date;
  readonly decidedAt?: Date;
  readonly fileName?: string;
}

/** A version of a block as it was sent and judged, without its answers; in force unless told, and then in place of another. */
export async function aPiece(ctx: Ctx, { trainer, dossierId }: StagedDossier, over: NewPiece): Promise<string> {
  const { block = "order", endsOn, state = "validated", fileName } = over;
  const sentAt = over.sentAt ?? new Date("2026-01-05T09:00:00Z");
  if (state === "validated")
    await ctx.db
      .update(dossierVersions)
      .set({ state: "replaced" })
      .where(sql`dossier_id = ${dossierId} and block = ${block} and state = 'validated'`);
  const [version] = await ctx.db
    .insert(dossierVersions)
    .values({
      dossierId,
      block,
      number: sql`(select coalesce(max(number), 0) + 1 from dossier_versions where dossier_id = ${dossierId} and block = ${block})`,
      rulesVersion: 1,
      answersSealed: "nothing",
      origin: "sent",
      state,
      sentAt,
      waitingSince: sentAt,
      declaredEndsOn: endsOn,
      endsOn,
      decidedAt: state === "waiting" || state === "withdrawn" ? null : (over.decidedAt ?? sentAt),
    })
    .returning({ id: dossierVersions.id });
  if (version === undefined) throw new Error("piece not stored");
  if (fileName !== undefined) {
    const slot = block === "identity" ? "identity_front" : block;
    const fileId = await aSentFile(trainer.ctx, fileName);
    await ctx.db.insert(dossierVersionFiles).values({ versionId: version.id, slot, fileId, addedAt: sentAt });
  }
  return version.id;
}

/** The person's status becomes another one, as when it was validated. */
export const setStatus = (ctx: Ctx, { trainer }: StagedDossier, status: string) =>
  ctx.db
    .update(trainerProfiles)
    .set({ answers: sql`${trainerProfiles.answers} || ${JSON.stringify({ status })}::jsonb` })
    .where(eq(trainerProfiles.id, trainer.profileId));
