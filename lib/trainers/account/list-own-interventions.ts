import { desc, eq } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";

const most = 500;

/** What one has taught and will teach for the institution, the latest first (EI-52). */
export async function listOwnInterventions(ctx: Ctx) {
  if (ctx.actor.kind !== "account") return [];
  return ctx.db
    .select({
      id: interventions.id,
      reference: interventions.reference,
      title: interventions.title,
      structure: structures.name,
      startsOn: interventions.startsOn,
      endsOn: interventions.endsOn,
      hours: interventions.hours,
    })
    .from(interventions)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, interventions.profileId))
    .innerJoin(structures, eq(structures.id, interventions.structureId))
    .where(eq(trainerProfiles.accountId, ctx.actor.accountId))
    .orderBy(desc(interventions.startsOn), desc(interventions.id))
    .limit(most);
}
export type OwnIntervention = Awaited<ReturnType<typeof listOwnInterventions>>[number];
