import { adAttachmentRights, changeProofRights, trainerFileRights } from "@/lib/trainers/profile/file-rights";
import { dossierFileRights } from "@/lib/trainers/dossier/file-rights";
import { pictureRights, type RightsByPlace } from "@/lib/files/policy";

/** Who may read the files of each place: every module that adds a place adds its line here. */
export const fileRights = {
  account_picture: pictureRights,
  ad_attachment: adAttachmentRights,
  trainer_cv: trainerFileRights,
  trainer_diploma: trainerFileRights,
  change_proof: changeProofRights,
  dossier_piece: dossierFileRights,
} as const satisfies RightsByPlace;
