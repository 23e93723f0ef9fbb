import { and, eq } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { interventions } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { can } from "./policy";

/** What names a trainer in the form of an intervention: immatriculation, else mail address. The caller judges who asks. */
export async function writtenTrainer(ctx: Ctx, profileId: string): Promise<{ readonly name: string; readonly accountId: string }> {
  const [row] = await ctx.db
    .select({
      accountId: trainerProfiles.accountId,
      immatriculation: trainerProfiles.immatriculation,
      address: accountAddresses.address,
    })
    .from(trainerProfiles)
    .leftJoin(accountAddresses, and(eq(accountAddresses.accountId, trainerProfiles.accountId), eq(accountAddresses.kind, "main")))
    .where(eq(trainerProfiles.id, profileId));
  if (row === undefined) throw absent();
  return { name: row.immatriculation ?? row.address ?? "", accountId: row.accountId };
}

/** One intervention to correct; another structure's answers as a missing one (AD-08). */
export async function readIntervention(ctx: Ctx, interventionId: string) {
  if (!identifier.safeParse(interventionId).success) throw absent();
  const [row] = await ctx.db
    .select({ intervention: interventions, structure: structures.name })
    .from(interventions)
    .innerJoin(structures, eq(structures.id, interventions.structureId))
    .where(eq(interventions.id, interventionId));
  if (row === undefined) throw absent();
  ensure(can.change(ctx.actor, row.intervention));
  const { id, profileId, reference, title, startsOn, endsOn, hours } = row.intervention;
  const { name } = await writtenTrainer(ctx, profileId);
  return { id, profileId, reference, title, startsOn, endsOn, hours, structure: row.structure, trainer: name };
}
