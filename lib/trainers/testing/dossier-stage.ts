import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { dossierOpenings, dossiers, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import type { Ctx } from "@/lib/core/ctx";
import { formAnswers } from "../dossier/lock-dossier";
import { masked } from "../dossier/masked";
import { saveDraft } from "../dossier/save-draft";
import { setPiece } from "../dossier/set-piece";
import type { DossierBlock, DossierSlot } from "../dossier/vocabulary";
import { readOwnProfile } from "../profile/lock-profile";
import type { Answers } from "../profile/vocabulary";
import type { StagedTrainer } from "./profile-stage";

/** A file that this person has just sent, as a row: no bytes. */
export async function aSentFile(ctx: Ctx, name = "piece.pdf"): Promise<string> {
  if (ctx.actor.kind !== "account") throw new Error("nobody sends");
  const [file] = await ctx.db
    .insert(files)
    .values({
      ownerId: ctx.actor.accountId,
      place: "dossier_piece",
      name,
      mediaType: "application/pdf",
      bytes: 1,
      sha256: randomUUID(),
      state: "clean",
      store: "local",
      storeKey: randomUUID(),
      keyId: "test",
      wrappedKey: "x",
      createdAt: ctx.now,
    })
    .returning({ id: files.id });
  if (file === undefined) throw new Error("file not stored");
  return file.id;
}

export async function dossierOf(ctx: Ctx, profileId: string) {
  const [dossier] = await ctx.db.select().from(dossiers).where(eq(dossiers.profileId, profileId));
  return dossier ?? null;
}

/** Types answers in the form of the dossier, over what it shows now. */
export async function typeInDossier({ ctx, profileId }: Pick<StagedTrainer, "ctx" | "profileId">, answers: Answers) {
  const profile = await readOwnProfile(ctx);
  if (profile === null) throw new Error("no profile");
  const shown = formAnswers(profile, await dossierOf(ctx, profileId));
  return saveDraft(ctx, { changes: Object.entries(answers).map(([field, to]) => ({ field, from: masked(field, shown), to })) });
}

/** Puts a file in each of these places of the form. */
export async function joinPieces({ ctx }: StagedTrainer, ...slots: readonly DossierSlot[]): Promise<void> {
  for (const slot of slots) await setPiece(ctx, { slot, fileId: await aSentFile(ctx, `${slot}.pdf`) });
}

/** What identity asks for: French, a card valid for ten years. */
export const identityAnswers: Answers = {
  identityKind: "id_card",
  documentNumber: "T7X62TZ79",
  identityFrom: "01/02/2022",
  identityUntil: "31/01/2032",
  birthCountry: "FR",
};

/** This manager has said why they open this dossier, for the day. */
export async function anOpening(manager: Ctx, dossierId: string): Promise<string> {
  if (manager.actor.kind !== "account") throw new Error("nobody opens");
  const [opening] = await manager.db
    .insert(dossierOpenings)
    .values({
      dossierId,
      accountId: manager.actor.accountId,
      structureId: manager.actor.grants[0]?.structureId ?? null,
      reason: "Session du 14 mars",
      openedAt: manager.now,
      endsAt: new Date(manager.now.getTime() + 8 * 3_600_000),
    })
    .returning({ id: dossierOpenings.id });
  if (opening === undefined) throw new Error("opening not stored");
  return opening.id;
}

/** The last version of a block, whatever became of it. */
export async function lastVersion(ctx: Ctx, dossierId: string, block: DossierBlock) {
  const rows = await ctx.db.select().from(dossierVersions).where(eq(dossierVersions.dossierId, dossierId));
  const [last] = rows.filter((row) => row.block === block).sort((one, other) => other.number - one.number);
  if (last === undefined) throw new Error(`no version of ${block}`);
  return last;
}
