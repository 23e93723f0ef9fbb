import { and, desc, eq, inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { cvNotes } from "@/db/schema/cv-library";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { maySee } from "../profile/may-see";
import { can, ownStructures } from "./policy";
import type { AddNoteInput, NoteInput } from "./schemas";

/** Writes a note that only the managers of one structure read (AD-03). */
export function addNote(ctx: Ctx, { profileId, structureId, body }: AddNoteInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    ensure(can.keepFor(tx.actor, structureId));
    const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId));
    if (profile === undefined) throw absent();
    ensure(await maySee(tx, profile));
    const authorId = accountIdOf(tx.actor);
    await tx.db.insert(cvNotes).values({ profileId, structureId, body, authorId, createdAt: tx.now });
    await audit(tx, { action: "trainer.note_added", subject: { type: "trainer_profile", id: profileId } });
  });
}

/** Takes a note away; any manager of its structure may. */
export function removeNote(ctx: Ctx, { noteId }: NoteInput): Promise<{ profileId: string }> {
  return withTx(ctx, async (tx) => {
    const [note] = await tx.db.select().from(cvNotes).where(eq(cvNotes.id, noteId)).for("update");
    if (note === undefined) throw absent();
    ensure(can.keepFor(tx.actor, note.structureId));
    await tx.db.delete(cvNotes).where(eq(cvNotes.id, noteId));
    await audit(tx, { action: "trainer.note_removed", subject: { type: "trainer_profile", id: note.profileId } });
    return { profileId: note.profileId };
  });
}

/** The notes of one's structures on a trainer, newest first. */
export async function listNotes(ctx: Ctx, profileId: string) {
  const own = ownStructures(ctx.actor);
  if (own.length === 0) return [];
  return ctx.db
    .select({
      id: cvNotes.id,
      body: cvNotes.body,
      at: cvNotes.createdAt,
      structure: structures.name,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(cvNotes)
    .innerJoin(structures, eq(structures.id, cvNotes.structureId))
    .leftJoin(accounts, eq(accounts.id, cvNotes.authorId))
    .where(and(eq(cvNotes.profileId, profileId), inArray(cvNotes.structureId, [...own])))
    .orderBy(desc(cvNotes.createdAt))
    .limit(200);
}
