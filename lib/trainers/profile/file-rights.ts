import { eq } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { changeRequests } from "@/db/schema/interventions";
import { profileLines, trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import type { FileRow } from "@/lib/files/file-row";
import type { FileRights } from "@/lib/files/policy";
import { maySee } from "./may-see";
import { can } from "./policy";

const columns = {
  id: trainerProfiles.id,
  accountId: trainerProfiles.accountId,
  state: trainerProfiles.state,
  homeStructureId: trainerProfiles.homeStructureId,
  immatriculation: trainerProfiles.immatriculation,
};

/** CVs and diplomas follow the profile they belong to. */
export const trainerFileRights: FileRights = {
  see: async (ctx: Ctx, { id }: FileRow) => {
    const [[ofCv], [ofLine]] = await Promise.all([
      ctx.db.select(columns).from(trainerProfiles).where(eq(trainerProfiles.cvFileId, id)),
      ctx.db
        .select(columns)
        .from(profileLines)
        .innerJoin(trainerProfiles, eq(trainerProfiles.id, profileLines.profileId))
        .where(eq(profileLines.fileId, id)),
    ]);
    const profile = ofCv ?? ofLine;
    return profile !== undefined && (await maySee(ctx, profile)).allowed;
  },
  sensitive: false,
};

/** What proves a change: its owner, and the managers of the home structure. */
export const changeProofRights: FileRights = {
  see: async (ctx: Ctx, { id }: FileRow) => {
    const [profile] = await ctx.db
      .select(columns)
      .from(changeRequests)
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, changeRequests.profileId))
      .where(eq(changeRequests.fileId, id));
    if (profile === undefined) return false;
    const owns = ctx.actor.kind === "account" && ctx.actor.accountId === profile.accountId;
    return owns || can.manage(ctx.actor, profile.homeStructureId).allowed;
  },
  sensitive: true,
};

/** The file of an ad is as public as the ad; a draft's is its structure's. */
export const adAttachmentRights: FileRights = {
  see: async (ctx: Ctx, { id }: FileRow) => {
    const [ad] = await ctx.db.select({ state: ads.state, structureId: ads.structureId }).from(ads).where(eq(ads.attachmentFileId, id));
    return ad !== undefined && (ad.state !== "draft" || can.manage(ctx.actor, ad.structureId).allowed);
  },
  sensitive: false,
};
