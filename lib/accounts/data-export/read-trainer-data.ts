import { eq, inArray } from "drizzle-orm";
import { adApplications, adInvitations } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { unavailabilities } from "@/db/schema/cv-library";
import { changeRequests, interventions } from "@/db/schema/interventions";
import { profileLines, profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { openText } from "@/lib/core/crypto";
import type { Db } from "@/lib/core/ctx";
import { readDossierData } from "./read-dossier-data";

/** Everything that the database knows of a person as a trainer: the profile, then what points at it. */
export async function readTrainerData(db: Db, accountId: string): Promise<readonly object[]> {
  const [profile] = await db.select().from(trainerProfiles).where(eq(trainerProfiles.accountId, accountId));
  if (profile === undefined) return [];
  const mine = [profile.id];
  const [lines, requests, applications, invitations, absences, past, changes] = await Promise.all([
    db.select().from(profileLines).where(inArray(profileLines.profileId, mine)),
    db.select().from(profileRequests).where(inArray(profileRequests.profileId, mine)),
    db
      .select({ annonce: ads.number, état: adApplications.state, commentaire: adApplications.comment, envoyée: adApplications.appliedAt })
      .from(adApplications)
      .innerJoin(ads, eq(ads.id, adApplications.adId))
      .where(inArray(adApplications.profileId, mine)),
    db
      .select({ annonce: ads.number, message: adInvitations.message, reçue: adInvitations.invitedAt })
      .from(adInvitations)
      .innerJoin(ads, eq(ads.id, adInvitations.adId))
      .where(inArray(adInvitations.profileId, mine)),
    db.select().from(unavailabilities).where(inArray(unavailabilities.profileId, mine)),
    db.select().from(interventions).where(inArray(interventions.profileId, mine)),
    db.select().from(changeRequests).where(inArray(changeRequests.profileId, mine)),
  ]);
  const birthPlace =
    profile.birthPlaceSealed === null ? {} : { birthPlace: openText(profile.birthPlaceSealed, birthPlaceContext(profile.id)) };
  return [
    { Rubrique: "Profil", État: profile.state, Immatriculation: profile.immatriculation, Réponses: { ...profile.answers, ...birthPlace } },
    ...lines.map(({ kind, answers }) => ({ Rubrique: "Parcours", Tableau: kind, Réponses: answers })),
    ...requests.map(({ state, submittedAt, decidedAt, reason }) => ({
      Rubrique: "Demande d’inscription",
      État: state,
      "Transmise le": submittedAt,
      "Décidée le": decidedAt,
      Raison: reason,
    })),
    ...applications.map((one) => ({ Rubrique: "Candidature", ...one })),
    ...invitations.map((one) => ({ Rubrique: "Invitation", ...one })),
    ...absences.map(({ startsOn, endsOn, note }) => ({ Rubrique: "Indisponibilité", Du: startsOn, Au: endsOn, Note: note })),
    ...past.map(({ title, startsOn, endsOn, reference }) => ({
      Rubrique: "Intervention",
      Intitulé: title,
      Du: startsOn,
      Au: endsOn,
      Référence: reference,
    })),
    ...changes.map(({ field, state, createdAt, reason }) => ({
      Rubrique: "Modification demandée",
      Champ: field,
      État: state,
      "Demandée le": createdAt,
      Raison: reason,
    })),
    ...(await readDossierData(db, profile.id)),
  ];
}

const birthPlaceContext = (profileId: string) => `trainer_profiles|birth_place_sealed|${profileId}`;
