import { and, eq, ne } from "drizzle-orm";
import { adApplications } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { absent } from "@/lib/core/refusal";
import { readEnding } from "./apply-to-ad";
import { can } from "./policy";

/** What the page that answers an ad says to its reader: the ad, whether they may, and what they have already sent (EI-13). */
export async function readApplying(ctx: Ctx, number: string) {
  const [ad] = await ctx.db
    .select({
      id: ads.id,
      number: ads.number,
      title: ads.title,
      state: ads.state,
      deadlineOn: ads.deadlineOn,
      structure: structures.name,
    })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(and(eq(ads.number, number), ne(ads.state, "draft")));
  if (ad === undefined) throw absent();
  const mine = await readMine(ctx, ad.id);
  const profileState = mine?.profileState ?? "draft";
  const ending = mine === null ? null : await readEnding(ctx, mine.profileId);
  return { ad, profileState, application: mine?.application ?? null, verdict: can.apply(ad, profileState, ending, parisDay(ctx.now)) };
}

/** The reader's profile, and their living application to this ad. */
async function readMine(ctx: Ctx, adId: string) {
  if (ctx.actor.kind !== "account") return null;
  const [mine] = await ctx.db
    .select({
      profileId: trainerProfiles.id,
      profileState: trainerProfiles.state,
      application: { state: adApplications.state, appliedAt: adApplications.appliedAt },
    })
    .from(trainerProfiles)
    .leftJoin(
      adApplications,
      and(eq(adApplications.profileId, trainerProfiles.id), eq(adApplications.adId, adId), ne(adApplications.state, "withdrawn")),
    )
    .where(eq(trainerProfiles.accountId, ctx.actor.accountId));
  return mine ?? null;
}
