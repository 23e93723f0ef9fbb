import { desc, eq, sql } from "drizzle-orm";
import { adApplications, adInvitations } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";

const pageSize = 50;

/** "Mes réponses aux annonces": one's own applications, newest first (EI-14). No profile yet: none. */
export async function listOwnApplications(ctx: Ctx, after: string | null) {
  if (ctx.actor.kind !== "account") return { applications: [], next: null };
  const rows = await ctx.db
    .select({
      id: adApplications.id,
      state: adApplications.state,
      comment: adApplications.comment,
      reason: adApplications.reason,
      appliedAt: adApplications.appliedAt,
      lastActionAt: adApplications.lastActionAt,
      number: ads.number,
      title: ads.title,
      adState: ads.state,
      structure: structures.name,
    })
    .from(adApplications)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, adApplications.profileId))
    .innerJoin(ads, eq(ads.id, adApplications.adId))
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(
      sql`${trainerProfiles.accountId} = ${ctx.actor.accountId} ${
        after === null
          ? sql``
          : sql`and (${adApplications.appliedAt}, ${adApplications.id}) < (select applied_at, id from ad_applications where id = ${after})`
      }`,
    )
    .orderBy(desc(adApplications.appliedAt), desc(adApplications.id))
    .limit(pageSize + 1);
  const applications = rows.slice(0, pageSize);
  return { applications, next: rows.length > pageSize ? (applications.at(-1)?.id ?? null) : null };
}
export type OwnApplication = Awaited<ReturnType<typeof listOwnApplications>>["applications"][number];

/** Ads that managers asked the person to look at, newest first (EI-96). */
export async function listOwnInvitations(ctx: Ctx) {
  if (ctx.actor.kind !== "account") return [];
  return ctx.db
    .select({
      id: adInvitations.id,
      message: adInvitations.message,
      invitedAt: adInvitations.invitedAt,
      number: ads.number,
      title: ads.title,
      adState: ads.state,
      deadlineOn: ads.deadlineOn,
      structure: structures.name,
    })
    .from(adInvitations)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, adInvitations.profileId))
    .innerJoin(ads, eq(ads.id, adInvitations.adId))
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(eq(trainerProfiles.accountId, ctx.actor.accountId))
    .orderBy(desc(adInvitations.invitedAt), desc(adInvitations.id))
    .limit(pageSize);
}
export type OwnInvitation = Awaited<ReturnType<typeof listOwnInvitations>>[number];
