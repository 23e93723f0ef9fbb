import { eq } from "drizzle-orm";
import { trainerProfiles } from "@/db/schema/trainers";
import { openText } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import type { Answers } from "./vocabulary";

export type ProfileRow = typeof trainerProfiles.$inferSelect;

/** What the birth place is bound to (lib/operations/keys/sealed-columns.data.ts). */
export const birthPlaceContext = (profileId: string) => `trainer_profiles|birth_place_sealed|${profileId}`;

/** The answers of a profile, the sealed one opened. The caller has judged who reads. */
export function openAnswers({ id, answers, birthPlaceSealed }: Pick<ProfileRow, "id" | "answers" | "birthPlaceSealed">): Answers {
  return birthPlaceSealed === null ? answers : { ...answers, birthPlace: openText(birthPlaceSealed, birthPlaceContext(id)) };
}

/** The acting person's own profile, taken until the end of the transaction; null when there is none yet. */
export async function lockOwnProfile(tx: TxCtx): Promise<ProfileRow | null> {
  if (tx.actor.kind !== "account") throw absent();
  const [row] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.accountId, tx.actor.accountId)).for("update");
  return row ?? null;
}

/** A profile by its id, taken until the end of the transaction. The policy is the caller's. */
export async function lockProfile(tx: TxCtx, profileId: string): Promise<ProfileRow> {
  const [row] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId)).for("update");
  if (row === undefined) throw absent();
  return row;
}

/** The acting person's own profile; null when there is none yet. */
export async function readOwnProfile(ctx: Ctx): Promise<ProfileRow | null> {
  if (ctx.actor.kind !== "account") return null;
  const [row] = await ctx.db.select().from(trainerProfiles).where(eq(trainerProfiles.accountId, ctx.actor.accountId));
  return row ?? null;
}
