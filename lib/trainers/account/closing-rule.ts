import { eq, sql } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import { trainerProfiles } from "@/db/schema/trainers";
import type { ClosingRule } from "@/lib/accounts/closing/closing-rules";
import { readInstitution } from "@/lib/settings/institution";

/** Who has worked for the institution is bound to it by contracts: the account stays for now (EI-100 comes with its own page). */
export const workedTrainer: ClosingRule = async (tx, accountId) => {
  const [profile] = await tx.db
    .select({
      immatriculation: trainerProfiles.immatriculation,
      worked: sql<boolean>`exists (select from ${interventions} where ${interventions.profileId} = ${trainerProfiles.id})`,
    })
    .from(trainerProfiles)
    .where(eq(trainerProfiles.accountId, accountId))
    // An intervention recorded at the same time waits: it locks the profile by its foreign key.
    .for("update");
  if (profile === undefined || (profile.immatriculation === null && !profile.worked)) return null;
  const { shortName, dataProtectionAddress } = await readInstitution(tx);
  return `Vous êtes intervenu pour ${shortName} : vos contrats obligent à garder votre profil d’intervenant pendant un temps. Pour demander sa fermeture, écrivez à ${dataProtectionAddress}.`;
};
