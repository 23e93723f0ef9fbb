import { and, eq } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { structures } from "@/db/schema/references";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { writeCvEntry } from "../profile/write-cv-entry";
import { findTrainers } from "./find-trainers";
import { takeInterventions } from "./lock-interventions";
import { can } from "./policy";
import type { RecordInterventionInput } from "./schemas";

/** Records by hand what a trainer has taught or will teach (AD-08); a reference is used once in a structure. */
export function recordIntervention(ctx: Ctx, { trainer, ...input }: RecordInterventionInput): Promise<{ interventionId: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.recordFor(tx.actor, input.structureId));
    await takeInterventions(tx);
    const [structure] = await tx.db
      .select({ id: structures.id })
      .from(structures)
      .where(and(eq(structures.id, input.structureId), structures.active));
    if (structure === undefined) throw wrong("structureId", "Cette structure n’est plus en service.");
    const found = (await findTrainers(tx, [trainer])).get(trainer);
    if (found === undefined) throw wrong("trainer", "Aucun intervenant validé n’a cette immatriculation ni cette adresse.");
    const [made] = await tx.db
      .insert(interventions)
      .values({
        ...input,
        profileId: found.profileId,
        recordedBy: accountIdOf(tx.actor),
        createdAt: tx.now,
      })
      .onConflictDoNothing({ target: [interventions.structureId, interventions.reference] })
      .returning({ id: interventions.id });
    if (made === undefined) throw wrong("reference", "Cette référence est déjà enregistrée pour cette structure.");
    await writeCvEntry(tx, found.profileId);
    await audit(tx, {
      action: "trainer.intervention_recorded",
      subject: { type: "intervention", id: made.id },
      accountId: found.accountId,
    });
    return { interventionId: made.id };
  });
}

const wrong = (field: string, message: string) => new Refusal("invalid", "Certaines réponses sont à corriger.", { [field]: [message] });
