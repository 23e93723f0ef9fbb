import { and, eq, ne } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { writeCvEntry } from "../profile/write-cv-entry";
import { findTrainers } from "./find-trainers";
import { lockIntervention } from "./lock-interventions";
import { can } from "./policy";
import { writtenTrainer } from "./read-intervention";
import type { ChangeInterventionInput } from "./schemas";

/** Corrects by hand what was recorded (AD-08); given to another trainer, it leaves the CVthèque of the former one. */
export function changeIntervention(ctx: Ctx, { interventionId, trainer, ...facts }: ChangeInterventionInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const before = await lockIntervention(tx, interventionId);
    ensure(can.change(tx.actor, before));
    const { profileId, accountId } = await trainerOf(tx, trainer, before.profileId);
    const same = and(
      eq(interventions.structureId, before.structureId),
      eq(interventions.reference, facts.reference),
      ne(interventions.id, interventionId),
    );
    if ((await tx.db.$count(interventions, same)) > 0)
      throw wrong("reference", "Cette référence est déjà enregistrée pour cette structure.");
    await tx.db
      .update(interventions)
      .set({ ...facts, profileId })
      .where(eq(interventions.id, interventionId));
    for (const id of [...new Set([before.profileId, profileId])].toSorted()) await writeCvEntry(tx, id);
    await audit(tx, { action: "trainer.intervention_changed", subject: { type: "intervention", id: interventionId }, accountId });
  });
}

/** The one who is written stays, even gone from the CVthèque; another one must be validated. */
async function trainerOf(tx: TxCtx, typed: string, profileId: string) {
  const written = await writtenTrainer(tx, profileId);
  if (typed === written.name) return { profileId, accountId: written.accountId };
  const found = (await findTrainers(tx, [typed])).get(typed);
  if (found === undefined) throw wrong("trainer", "Aucun intervenant validé n’a cette immatriculation ni cette adresse.");
  return found;
}

const wrong = (field: string, message: string) => new Refusal("invalid", "Certaines réponses sont à corriger.", { [field]: [message] });
