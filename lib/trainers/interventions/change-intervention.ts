import { and, desc, eq, gte, ne } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { interventions } from "@/db/schema/interventions";
import { auditLog } from "@/db/schema/platform";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { writeCvEntry } from "../profile/write-cv-entry";
import { findTrainers } from "./find-trainers";
import { lockIntervention } from "./lock-interventions";
import { can } from "./policy";
import { writtenTrainer } from "./read-intervention";
import { changedMeanwhile, type InterventionFacts, writtenNow } from "./rules";
import type { ChangeInterventionInput } from "./schemas";

/**
 * Corrects by hand what was recorded (AD-08); given to another trainer, it leaves the CVthèque of the former one. Whoever
 * corrects what somebody else changed meanwhile is told what is written now, and keeps what was typed.
 */
export function changeIntervention(ctx: Ctx, { interventionId, trainer, seen, ...facts }: ChangeInterventionInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const before = await lockIntervention(tx, interventionId);
    ensure(can.change(tx.actor, before));
    const { profileId, accountId } = await trainerOf(tx, trainer, before.profileId);
    await refuseStale(tx, { interventionId, seen, before, wanted: { ...facts, profileId } });
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

interface Compared {
  readonly interventionId: string;
  readonly seen: ChangeInterventionInput["seen"];
  readonly before: InterventionFacts;
  readonly wanted: InterventionFacts;
}

async function refuseStale(tx: TxCtx, { interventionId, seen, before, wanted }: Compared): Promise<void> {
  const changed = changedMeanwhile(seen, before, wanted);
  if (changed.length === 0) return;
  const by = await correctedBy(tx, interventionId, new Date(seen.readAt));
  throw new Refusal(
    "conflict",
    `Cette intervention a été modifiée entre-temps ${by} : comparez avec ce qui est écrit maintenant. Ce que vous avez saisi est conservé, et remplacera le reste si vous enregistrez à nouveau.`,
    writtenNow(before, changed, (await writtenTrainer(tx, before.profileId)).name),
  );
}

/** Who corrected it by hand since then; nobody: a file was imported. */
async function correctedBy(tx: TxCtx, interventionId: string, since: Date): Promise<string> {
  const [line] = await tx.db
    .select({ at: auditLog.at, firstName: accounts.firstName, lastName: accounts.lastName })
    .from(auditLog)
    .innerJoin(accounts, eq(accounts.id, auditLog.actorId))
    .where(and(eq(auditLog.action, "trainer.intervention_changed"), eq(auditLog.subjectId, interventionId), gte(auditLog.at, since)))
    .orderBy(desc(auditLog.id))
    .limit(1);
  return line === undefined ? "par l’import d’un fichier" : `par ${line.firstName} ${line.lastName}, le ${dateTime(line.at)}`;
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
