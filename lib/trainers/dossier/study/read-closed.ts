import { and, asc, eq, gte } from "drizzle-orm";
import { dossiers } from "@/db/schema/dossiers";
import { interventions } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { parisDay } from "@/lib/core/format";
import { absent, ensure } from "@/lib/core/refusal";
import { readSettings } from "@/lib/settings/read-settings";
import { inManaged } from "../../ads/in-managed";
import { nameOf } from "../../profile/rules";
import { liveOpening } from "../looks/live-opening";
import { plannedWords } from "../looks/open-dossier";
import { can } from "../policy";

/** What a manager may know of a dossier before saying why it is opened: whose it is, and how whole (EI-60). */
export async function readClosed(ctx: Ctx, profileId: string) {
  if (!identifier.safeParse(profileId).success) throw absent();
  const [found] = await ctx.db
    .select({ profile: trainerProfiles, structure: structures.name, dossierId: dossiers.id, completeUntil: dossiers.completeUntil })
    .from(trainerProfiles)
    .leftJoin(structures, eq(structures.id, trainerProfiles.homeStructureId))
    .leftJoin(dossiers, eq(dossiers.profileId, trainerProfiles.id))
    .where(eq(trainerProfiles.id, profileId));
  if (found === undefined || (found.profile.state !== "validated" && found.profile.state !== "archived")) throw absent();
  const { profile, structure, dossierId, completeUntil } = found;
  ensure(can.open(ctx.actor, profile));
  const planned = await ctx.db
    .select()
    .from(interventions)
    .where(
      and(eq(interventions.profileId, profileId), gte(interventions.endsOn, parisDay(ctx.now)), inManaged(ctx, interventions.structureId)),
    )
    .orderBy(asc(interventions.startsOn), asc(interventions.id))
    .limit(20);
  const { "dossier.openingHours": hours } = await readSettings(ctx);
  return {
    profileId,
    hours,
    dossierId,
    name: nameOf(profile.answers),
    structure,
    completeUntil,
    live: dossierId === null ? null : await liveOpening(ctx, dossierId),
    planned: planned.map((one) => ({ id: one.id, words: plannedWords(one) })),
  };
}
