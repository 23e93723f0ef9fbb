import { and, desc, eq, gte, isNull, or } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { ensure } from "@/lib/core/refusal";
import { listRegions } from "@/lib/references/list-regions";
import { inManaged } from "../ads/in-managed";
import { readManagedAd } from "../ads/manage-ads";
import { can } from "../ads/policy";
import { readCandidates } from "./candidates";
import { readInvited } from "./invite-trainers";
import { matchInWords, type MatchPart } from "./match-rules";

const mostAds = 200;

/** Open ads that one may invite to, newest first. */
export function listInvitingAds(ctx: Ctx) {
  ensure(can.manageAds(ctx.actor));
  return ctx.db
    .select({ id: ads.id, number: ads.number, title: ads.title })
    .from(ads)
    .where(
      and(eq(ads.state, "published"), or(isNull(ads.deadlineOn), gte(ads.deadlineOn, parisDay(ctx.now))), inManaged(ctx, ads.structureId)),
    )
    .orderBy(desc(ads.publishedAt), desc(ads.id))
    .limit(mostAds);
}

export interface ChosenTrainer {
  readonly profileId: string;
  readonly name: string;
  /** Why they would be left out. */
  readonly skipped: string | null;
  readonly match: readonly MatchPart[];
}

/** The validated trainers chosen, before the ad is: names only. */
export async function readChosen(ctx: Ctx, profileIds: readonly string[]): Promise<readonly ChosenTrainer[]> {
  ensure(can.manageAds(ctx.actor));
  if (profileIds.length === 0) return [];
  const people = await readCandidates(ctx, profileIds, parisDay(ctx.now));
  return people.map(({ profileId, firstName, lastName }) => ({ profileId, name: `${firstName} ${lastName}`, skipped: null, match: [] }));
}

/** The same for an ad: what fits, and who would be left out (EI-95, EI-96). */
export async function readInvitation(ctx: Ctx, adId: string, profileIds: readonly string[]): Promise<readonly ChosenTrainer[]> {
  const ad = await readManagedAd(ctx, adId);
  const today = parisDay(ctx.now);
  const [people, regions] = await Promise.all([readInvited(ctx, ad, profileIds, today), listRegions(ctx)]);
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  return people.map(({ candidate: { profileId, firstName, lastName, match, away }, skipped }) => ({
    profileId,
    name: `${firstName} ${lastName}`,
    skipped,
    match: matchInWords(ad, { ...match, away }, names, today),
  }));
}
