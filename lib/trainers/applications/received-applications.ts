import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { adApplications } from "@/db/schema/ad-applications";
import { cvEntries } from "@/db/schema/cv-library";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { listRegions } from "@/lib/references/list-regions";
import { readManagedAd } from "../ads/manage-ads";
import { awaySince, matchColumns } from "./candidates";
import { matchInWords } from "./match-rules";
import { mostAtOnce } from "./schemas";

const phone = (name: string) => sql<string | null>`nullif(${trainerProfiles.answers}->>${name}, '')`;

/** The applications that an ad has received, those to study first, oldest first (AD-05). One that waits for a profile is not received yet. */
export async function listReceived(ctx: Ctx, adId: string, after: string | null) {
  const ad = await readManagedAd(ctx, adId);
  const today = parisDay(ctx.now);
  const [rows, regions] = await Promise.all([readRows(ctx, adId, today, after), listRegions(ctx)]);
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const page = rows.slice(0, mostAtOnce);
  return {
    ad,
    next: rows.length > mostAtOnce ? (page.at(-1)?.id ?? null) : null,
    applications: page.map(({ match, away, ...row }) => ({
      ...(row.state === "withdrawn" ? withoutPerson(row) : row),
      // Gone from the CVthèque since then: nothing to compare.
      match: match === null || row.state === "withdrawn" ? [] : matchInWords(ad, { ...match, away }, names, today),
    })),
  };
}
export type Received = Awaited<ReturnType<typeof listReceived>>["applications"][number];

type ReceivedRow = Omit<Awaited<ReturnType<typeof readRows>>[number], "match" | "away">;
/** Who takes an answer back takes back what they said, and how to reach them: the name and the state stay. */
const withoutPerson = (row: ReceivedRow): ReceivedRow => ({ ...row, comment: "", reason: null, address: null, mobile: null, phone: null });

const readRows = (ctx: Ctx, adId: string, today: string, after: string | null) =>
  ctx.db
    .select({
      id: adApplications.id,
      profileId: trainerProfiles.id,
      state: adApplications.state,
      comment: adApplications.comment,
      reason: adApplications.reason,
      sentAt: adApplications.sentAt,
      lastActionAt: adApplications.lastActionAt,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
      address: accountAddresses.address,
      mobile: phone("personalMobile"),
      phone: phone("personalPhone"),
      match: matchColumns,
      away: awaySince(today),
    })
    .from(adApplications)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, adApplications.profileId))
    .innerJoin(accounts, eq(accounts.id, trainerProfiles.accountId))
    .leftJoin(accountAddresses, and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.kind, "main")))
    .leftJoin(cvEntries, eq(cvEntries.profileId, trainerProfiles.id))
    .where(and(eq(adApplications.adId, adId), isNotNull(adApplications.sentAt), after === null ? undefined : beyond(after)))
    .orderBy(asc(adApplications.state), asc(adApplications.appliedAt), asc(adApplications.id))
    .limit(mostAtOnce + 1);

const order = sql`${adApplications.state}, ${adApplications.appliedAt}, ${adApplications.id}`;
const beyond = (after: string): SQL => sql`(${order}) > (select state, applied_at, id from ad_applications where id = ${after})`;

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
