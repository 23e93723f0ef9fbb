import { eq } from "drizzle-orm";
import { dossiers } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import { openText, seal } from "@/lib/core/crypto";
import type { TxCtx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { lockOwnProfile, openAnswers, type ProfileRow } from "../profile/lock-profile";
import type { Answer, Answers } from "../profile/vocabulary";
import { sharedFields } from "./blocks.data";
import { can } from "./policy";

export type DossierRow = typeof dossiers.$inferSelect;

/** What sealed values are bound to (lib/operations/keys/sealed-columns.data.ts). */
export const draftContext = (dossierId: string) => `dossiers|draft_sealed|${dossierId}`;
export const versionContext = (versionId: string) => `dossier_versions|answers_sealed|${versionId}`;
export const formerContext = (versionId: string) => `dossier_versions|former_sealed|${versionId}`;

export const sealAnswers = (answers: Answers, context: string): string => seal(JSON.stringify(answers), context);
export const openSealed = (sealed: string, context: string): Answers => JSON.parse(openText(sealed, context)) as Answers;

/** What was typed and is not in force yet. */
export const openDraft = ({ id, draftSealed }: Pick<DossierRow, "id" | "draftSealed">): Answers =>
  draftSealed === null ? {} : openSealed(draftSealed, draftContext(id));

/** What the form shows: the profile's own answers, under what was typed here. */
export const formAnswers = (profile: ProfileRow, dossier: Pick<DossierRow, "id" | "draftSealed"> | null): Answers => ({
  ...Object.fromEntries(Object.entries(openAnswers(profile)).filter(([name]) => sharedFields.has(name))),
  ...(dossier === null ? {} : openDraft(dossier)),
});

export interface OwnDossier {
  readonly profile: ProfileRow;
  readonly dossier: DossierRow;
}

/** The acting person's own dossier, made if it is the first time, taken until the end of the transaction. */
export async function lockOwnDossier(tx: TxCtx): Promise<OwnDossier> {
  const profile = await lockOwnProfile(tx);
  if (profile === null) throw absent();
  ensure(can.fill(tx.actor, profile));
  return { profile, dossier: await ensureDossier(tx, profile.id) };
}

// No policy: whoever may write in a profile's dossier, or ask for a piece of it, makes it exist.
/** The dossier of a profile, made if missing, taken until the end of the transaction. */
export async function ensureDossier(tx: TxCtx, profileId: string): Promise<DossierRow> {
  await tx.db.insert(dossiers).values({ profileId, createdAt: tx.now, updatedAt: tx.now }).onConflictDoNothing();
  const [row] = await tx.db.select().from(dossiers).where(eq(dossiers.profileId, profileId)).for("update");
  if (row === undefined) throw absent();
  return row;
}

/** A dossier by its id with its profile, both taken, always in this order. The policy is the caller's. */
export async function lockDossier(tx: TxCtx, dossierId: string): Promise<OwnDossier> {
  const [found] = await tx.db.select({ profileId: dossiers.profileId }).from(dossiers).where(eq(dossiers.id, dossierId));
  if (found === undefined) throw absent();
  const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, found.profileId)).for("update");
  const [dossier] = await tx.db.select().from(dossiers).where(eq(dossiers.id, dossierId)).for("update");
  if (profile === undefined || dossier === undefined) throw absent();
  return { profile, dossier };
}

export async function storeDraft(tx: TxCtx, dossierId: string, draft: Readonly<Record<string, Answer>>): Promise<void> {
  await tx.db
    .update(dossiers)
    .set({ draftSealed: sealAnswers(draft, draftContext(dossierId)), updatedAt: tx.now })
    .where(eq(dossiers.id, dossierId));
}
