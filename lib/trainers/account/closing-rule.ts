import { eq } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { trainerProfiles } from "@/db/schema/trainers";
import type { ClosingRule } from "@/lib/accounts/closing/closing-rules";
import { readInstitution } from "@/lib/settings/institution";

/** Who has worked for the institution is bound to it by contracts: the account stays for now (EI-100 comes with its own page). */
export const workedTrainer: ClosingRule = async (tx, accountId) => {
  const [profile] = await tx.db
    .select({ id: trainerProfiles.id, immatriculation: trainerProfiles.immatriculation })
    .from(trainerProfiles)
    .where(eq(trainerProfiles.accountId, accountId))
    // An intervention recorded at the same time waits: its foreign key locks the profile.
    .for("update");
  if (profile === undefined) return null;
  const taught = await tx.db.$count(interventions, eq(interventions.profileId, profile.id));
  if (profile.immatriculation === null && taught === 0) return null;
  const { shortName, dataProtectionAddress } = await readInstitution(tx);
  return `Vous êtes intervenu pour ${shortName} : vos contrats obligent à garder votre profil d’intervenant pendant un temps. Pour demander sa fermeture, écrivez à ${dataProtectionAddress}.`;
};
