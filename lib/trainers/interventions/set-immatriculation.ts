import { and, eq, ne } from "drizzle-orm";
import { trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { lockProfile } from "../profile/lock-profile";
import { writeCvEntry } from "../profile/write-cv-entry";
import { findTrainers } from "./find-trainers";
import { can } from "./policy";
import type { SetImmatriculationInput } from "./schemas";

/** Writes down the registration number that the institution gave: the person has worked for it from now on (AD-08, EI-50). */
export function setImmatriculation(ctx: Ctx, { trainer, immatriculation }: SetImmatriculationInput): Promise<{ name: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.recordInterventions(tx.actor));
    const found = (await findTrainers(tx, [trainer])).get(trainer);
    if (found === undefined) throw wrong("trainer", "Aucun intervenant validé n’a cette adresse.");
    const profile = await lockProfile(tx, found.profileId);
    ensure(can.setImmatriculation(tx.actor, profile));
    const taken = and(eq(trainerProfiles.immatriculation, immatriculation), ne(trainerProfiles.id, profile.id));
    if ((await tx.db.$count(trainerProfiles, taken)) > 0) throw alreadyGiven();
    await tx.db
      .transaction(async (inner) => {
        await inner.update(trainerProfiles).set({ immatriculation, updatedAt: tx.now }).where(eq(trainerProfiles.id, profile.id));
      })
      .catch(refuseTaken);
    await writeCvEntry(tx, profile.id);
    await audit(tx, {
      action: "trainer.immatriculation_set",
      subject: { type: "trainer_profile", id: profile.id },
      accountId: profile.accountId,
    });
    return { name: found.name };
  });
}

/** Given to somebody else in the meantime: the unique key decides. */
function refuseTaken(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (typeof cause === "object" && cause !== null && "code" in cause && cause.code === "23505") throw alreadyGiven();
  throw error;
}

const alreadyGiven = () => wrong("immatriculation", "Cette immatriculation est déjà celle d’une autre personne.");
const wrong = (field: string, message: string) => new Refusal("invalid", "Certaines réponses sont à corriger.", { [field]: [message] });
