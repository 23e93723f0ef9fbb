import { and, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { adApplications } from "@/db/schema/ad-applications";
import { cvEntries } from "@/db/schema/cv-library";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { keysetList } from "@/lib/core/keyset-list";
import { listRegions } from "@/lib/references/list-regions";
import { type ManagedAd, readManagedAd } from "../ads/manage-ads";
import { namedLike, profileNames } from "../profile/names";
import { awaySince, matchColumns } from "./candidates";
import { matchInWords } from "./match-rules";
import { mostAtOnce } from "./schemas";
import type { ApplicationState } from "./vocabulary";

const phone = (name: string) => sql<string | null>`nullif(${trainerProfiles.answers}->>${name}, '')`;

export interface ReceivedFilter {
  /** Words of the name. */
  readonly query: string;
  readonly state?: ApplicationState | undefined;
  /** By state, those to study first; or by the day they came. */
  readonly sort: "state" | "sentAt";
  readonly direction: "asc" | "desc";
}
export interface ReceivedSearch extends ReceivedFilter {
  readonly after: string | null;
}
/** Those to study first, oldest first. */
export const allReceived: ReceivedSearch = { query: "", sort: "state", direction: "asc", after: null };

interface OfAd extends ReceivedFilter {
  readonly adId: string;
}
const { state: byState, appliedAt, id: key } = adApplications;
const list = keysetList({
  places: adApplications,
  order: ({ sort, direction }: OfAd) => ({ columns: sort === "state" ? [byState, appliedAt, key] : [appliedAt, key], direction }),
  where: conditionsOf,
  lines: (ctx) =>
    ctx.db
      .select({
        id: adApplications.id,
        profileId: trainerProfiles.id,
        state: adApplications.state,
        comment: adApplications.comment,
        reason: adApplications.reason,
        sentAt: adApplications.sentAt,
        lastActionAt: adApplications.lastActionAt,
        ...profileNames,
        address: accountAddresses.address,
        mobile: phone("personalMobile"),
        phone: phone("personalPhone"),
        match: matchColumns,
        away: awaySince(parisDay(ctx.now)),
      })
      .from(adApplications)
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, adApplications.profileId))
      .leftJoin(accountAddresses, and(eq(accountAddresses.accountId, trainerProfiles.accountId), eq(accountAddresses.kind, "main")))
      .leftJoin(cvEntries, eq(cvEntries.profileId, trainerProfiles.id))
      .$dynamic(),
  keys: (ctx) =>
    ctx.db
      .select({ id: adApplications.id })
      .from(adApplications)
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, adApplications.profileId))
      .$dynamic(),
});
type Line = Awaited<ReturnType<typeof list.linesOf>>[number];

/** The applications that an ad has received, page by page (AD-05). One that waits for a profile is not received yet. */
export async function listReceived(ctx: Ctx, adId: string, search: ReceivedSearch) {
  const ad = await readManagedAd(ctx, adId);
  const ofAd = { ...search, adId };
  const [{ page, next }, found, told] = await Promise.all([list.page(ctx, ofAd, mostAtOnce), list.count(ctx, ofAd), teller(ctx, ad)]);
  return { ad, found, next, applications: page.map(told) };
}
export type Received = ReturnType<Awaited<ReturnType<typeof teller>>>;

/** All that an ad has received and is found, in batches. The caller has judged who reads. */
export async function* everyReceived(ctx: Ctx, ad: ManagedAd, filter: ReceivedFilter): AsyncGenerator<readonly Received[]> {
  const told = await teller(ctx, ad);
  for await (const rows of list.every(ctx, { ...filter, adId: ad.id })) yield rows.map(told);
}

/** How an application is told to whom the ad belongs. */
async function teller(ctx: Ctx, ad: ManagedAd) {
  const today = parisDay(ctx.now);
  const names = new Map((await listRegions(ctx)).map(({ code, name }) => [code, name]));
  return ({ match, away, ...row }: Line) => ({
    ...(row.state === "withdrawn" ? withoutPerson(row) : row),
    // Gone from the CVthèque since then: nothing to compare.
    match: match === null || row.state === "withdrawn" ? [] : matchInWords(ad, { ...match, away }, names, today),
  });
}

type ReceivedRow = Omit<Line, "match" | "away">;
/** Who takes an answer back takes back what they said, and how to reach them: the name and the state stay. */
const withoutPerson = (row: ReceivedRow): ReceivedRow => ({ ...row, comment: "", reason: null, address: null, mobile: null, phone: null });

function conditionsOf(_ctx: Ctx, { adId, query, state }: OfAd): SQL | undefined {
  return and(
    eq(adApplications.adId, adId),
    isNotNull(adApplications.sentAt),
    state === undefined ? undefined : eq(byState, state),
    namedLike(query),
  );
}

/** How many applications an ad has received, and how many have no answer, for its tab and its closing. */
export async function countReceived(ctx: Ctx, adId: string): Promise<{ readonly received: number; readonly living: number }> {
  const [counted] = await ctx.db
    .select({
      received: sql<number>`count(*) filter (where ${isNotNull(adApplications.sentAt)})::int`,
      living: sql<number>`count(*) filter (where ${inArray(adApplications.state, ["waiting", "sent", "studied"])})::int`,
    })
    .from(adApplications)
    .where(eq(adApplications.adId, adId));
  return counted ?? { received: 0, living: 0 };
}
