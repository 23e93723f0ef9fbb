import { eq } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { writeCvEntry } from "../profile/write-cv-entry";
import { lockIntervention } from "./lock-interventions";
import { can } from "./policy";
import { writtenTrainer } from "./read-intervention";
import type { InterventionInput } from "./schemas";

/** Takes out what was recorded by mistake (AD-08); the log keeps its reference. */
export function removeIntervention(ctx: Ctx, { interventionId }: InterventionInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const { structureId, profileId, reference } = await lockIntervention(tx, interventionId);
    ensure(can.change(tx.actor, { structureId }));
    await tx.db.delete(interventions).where(eq(interventions.id, interventionId));
    await writeCvEntry(tx, profileId);
    const { accountId } = await writtenTrainer(tx, profileId);
    await audit(tx, {
      action: "trainer.intervention_removed",
      subject: { type: "intervention", id: interventionId },
      accountId,
      details: { reference },
    });
  });
}
