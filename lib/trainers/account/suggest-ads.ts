import { and, desc, eq, gte, isNull, notExists, or, sql } from "drizzle-orm";
import { adApplications } from "@/db/schema/ad-applications";
import { ads } from "@/db/schema/ads";
import { cvEntries, unavailabilities } from "@/db/schema/cv-library";
import { regions, structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { matchInWords, matchSentence } from "../applications/match-rules";

/** The newest ones are looked at; a suggestion is a help, not a search. */
const mostLookedAt = 200;
const mostShown = 5;

export interface SuggestedAd {
  readonly number: string;
  readonly title: string;
  readonly structure: string;
  readonly deadlineOn: string | null;
  /** Why it is shown: "spécialité A3A, Grand Est, disponible en mars". */
  readonly why: string;
}

/**
 * Open ads that fit a validated trainer in every respect that is known, the newest first, each with why (EI-51, EI-95).
 * None that they answered already, nor while they are away.
 */
export async function suggestAds(ctx: Ctx): Promise<readonly SuggestedAd[]> {
  const entry = await readOwnEntry(ctx);
  if (entry === null || entry.specialtyCodes.length === 0) return [];
  const [found, away, areas] = await Promise.all([
    readCandidates(ctx, entry),
    ctx.db
      .select({ startsOn: unavailabilities.startsOn, endsOn: unavailabilities.endsOn })
      .from(unavailabilities)
      .where(eq(unavailabilities.profileId, entry.profileId)),
    ctx.db.select({ code: regions.code, name: regions.name }).from(regions),
  ]);
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return found
    .map((ad) => ({ ad, parts: matchInWords(ad, { ...entry, away }, names, parisDay(ctx.now)) }))
    .filter(({ parts }) => parts.every(({ fits }) => fits))
    .slice(0, mostShown)
    .map(({ ad: { number, title, structure, deadlineOn }, parts }) => ({
      number: number ?? "",
      title,
      structure,
      deadlineOn,
      why: matchSentence(parts),
    }));
}

async function readOwnEntry({ db, actor }: Ctx) {
  if (actor.kind !== "account") return null;
  const { profileId, specialtyCodes, subSpecialtyCodes, regionCodes, abroad } = cvEntries;
  const [entry] = await db
    .select({ profileId, specialtyCodes, subSpecialtyCodes, regionCodes, abroad })
    .from(cvEntries)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, profileId))
    .where(eq(trainerProfiles.accountId, actor.accountId));
  return entry ?? null;
}
type OwnEntry = NonNullable<Awaited<ReturnType<typeof readOwnEntry>>>;

/** Open ads of one of the trainer's specialties that they have not answered. */
function readCandidates({ db, now }: Ctx, { profileId, specialtyCodes }: OwnEntry) {
  const { number, title, deadlineOn, regionCodes, countryCode, startsOn, endsOn, subSpecialtyCodes } = ads;
  const answered = db
    .select({ id: adApplications.id })
    .from(adApplications)
    .where(and(eq(adApplications.adId, ads.id), eq(adApplications.profileId, profileId)));
  const tokens = `{${specialtyCodes.map((code) => `s:${code}`).join(",")}}`;
  return db
    .select({
      number,
      title,
      deadlineOn,
      regionCodes,
      countryCode,
      startsOn,
      endsOn,
      subSpecialtyCodes,
      specialtyCodes: ads.specialtyCodes,
      structure: structures.name,
    })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(
      and(
        eq(ads.state, "published"),
        or(isNull(deadlineOn), gte(deadlineOn, parisDay(now))),
        sql`${ads.facets} && ${sql.param(tokens)}::text[]`,
        notExists(answered),
      ),
    )
    .orderBy(desc(ads.publishedAt), desc(ads.id))
    .limit(mostLookedAt);
}
