import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { cvEntries, shortlistEntries } from "@/db/schema/cv-library";
import { structures } from "@/db/schema/references";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can, ownStructures } from "./policy";
import type { ShortlistInput } from "./schemas";

/** Keeps trainers in view for a structure; those kept already, and whoever left the CVthèque, change nothing. */
export function addToShortlist(ctx: Ctx, { structureId, profileIds }: ShortlistInput): Promise<{ added: number }> {
  return withTx(ctx, async (tx) => {
    ensure(can.keepFor(tx.actor, structureId));
    const addedBy = accountIdOf(tx.actor);
    const known = await tx.db.select({ profileId: cvEntries.profileId }).from(cvEntries).where(inArray(cvEntries.profileId, profileIds));
    if (known.length === 0) return { added: 0 };
    const added = await tx.db
      .insert(shortlistEntries)
      .values(known.map(({ profileId }) => ({ structureId, profileId, addedBy, addedAt: tx.now })))
      .onConflictDoNothing()
      .returning({ profileId: shortlistEntries.profileId });
    for (const { profileId } of added)
      await audit(tx, { action: "trainer.shortlisted", subject: { type: "trainer_profile", id: profileId } });
    return { added: added.length };
  });
}

/** Takes trainers out of a structure's selection. */
export function removeFromShortlist(ctx: Ctx, { structureId, profileIds }: ShortlistInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    ensure(can.keepFor(tx.actor, structureId));
    const removed = await tx.db
      .delete(shortlistEntries)
      .where(
        and(eq(shortlistEntries.structureId, structureId), inArray(shortlistEntries.profileId, profileIds), isNull(shortlistEntries.adId)),
      )
      .returning({ profileId: shortlistEntries.profileId });
    for (const { profileId } of removed)
      await audit(tx, { action: "trainer.unshortlisted", subject: { type: "trainer_profile", id: profileId } });
  });
}

/** The structures that one manages, for what is kept by structure. */
export async function listOwnStructures(ctx: Ctx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const own = ownStructures(ctx.actor);
  if (own.length === 0) return [];
  return ctx.db
    .select({ id: structures.id, name: structures.name })
    .from(structures)
    .where(inArray(structures.id, [...own]))
    .orderBy(asc(structures.name));
}

/** The trainers that one's structures keep in view, by name. */
export async function listShortlist(ctx: Ctx, profileId?: string) {
  const own = ownStructures(ctx.actor);
  if (own.length === 0) return [];
  return ctx.db
    .select({
      profileId: shortlistEntries.profileId,
      structureId: shortlistEntries.structureId,
      addedAt: shortlistEntries.addedAt,
      firstName: cvEntries.firstName,
      lastName: cvEntries.lastName,
      specialtyCodes: cvEntries.specialtyCodes,
      structure: structures.name,
    })
    .from(shortlistEntries)
    .innerJoin(cvEntries, eq(cvEntries.profileId, shortlistEntries.profileId))
    .innerJoin(structures, eq(structures.id, cvEntries.homeStructureId))
    .where(
      and(
        inArray(shortlistEntries.structureId, [...own]),
        isNull(shortlistEntries.adId),
        profileId === undefined ? undefined : eq(shortlistEntries.profileId, profileId),
      ),
    )
    .orderBy(asc(cvEntries.searchName), asc(cvEntries.profileId))
    .limit(500);
}
