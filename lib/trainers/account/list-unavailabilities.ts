import { and, asc, eq, gte } from "drizzle-orm";
import { unavailabilities } from "@/db/schema/cv-library";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent } from "@/lib/core/refusal";

const columns = {
  id: unavailabilities.id,
  startsOn: unavailabilities.startsOn,
  endsOn: unavailabilities.endsOn,
  note: unavailabilities.note,
};

/** One's own periods that are not over on `from`, the nearest first (EI-52). */
export async function listOwnUnavailabilities(ctx: Ctx, from: string) {
  if (ctx.actor.kind !== "account") return [];
  return ctx.db
    .select(columns)
    .from(unavailabilities)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, unavailabilities.profileId))
    .where(and(eq(trainerProfiles.accountId, ctx.actor.accountId), gte(unavailabilities.endsOn, from)))
    .orderBy(asc(unavailabilities.startsOn), asc(unavailabilities.id));
}
export type OwnUnavailability = Awaited<ReturnType<typeof listOwnUnavailabilities>>[number];

/** One of one's own periods; somebody else's answers as a missing one. */
export async function readOwnUnavailability(ctx: Ctx, id: string): Promise<OwnUnavailability> {
  if (ctx.actor.kind !== "account" || !identifier.safeParse(id).success) throw absent();
  const [row] = await ctx.db
    .select(columns)
    .from(unavailabilities)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, unavailabilities.profileId))
    .where(and(eq(trainerProfiles.accountId, ctx.actor.accountId), eq(unavailabilities.id, id)));
  if (row === undefined) throw absent();
  return row;
}
