import { pictureRights, type RightsByPlace } from "@/lib/files/policy";

/** Who may read the files of each place: every module that adds a place adds its line here. */
export const fileRights = {
  account_picture: pictureRights,
} as const satisfies RightsByPlace;
