import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { cvEntries, unavailabilities } from "@/db/schema/cv-library";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { profileNames } from "../profile/names";
import type { Stay } from "./match-rules";

/** What the match of a profile with an ad is told from, to be joined to trainer_profiles; null without a row of the CVthèque. */
export const matchColumns = {
  specialtyCodes: cvEntries.specialtyCodes,
  subSpecialtyCodes: cvEntries.subSpecialtyCodes,
  regionCodes: cvEntries.regionCodes,
  abroad: cvEntries.abroad,
};

/** The days that a profile has marked from today on, oldest first. */
export const awaySince = (today: string): SQL<Stay[]> =>
  sql<Stay[]>`coalesce((
    select json_agg(json_build_object('startsOn', ${unavailabilities.startsOn}, 'endsOn', ${unavailabilities.endsOn}) order by ${unavailabilities.startsOn})
    from ${unavailabilities}
    where ${unavailabilities.profileId} = ${trainerProfiles.id} and ${unavailabilities.endsOn} >= ${today}
  ), '[]')`;

/** Validated trainers by their profiles, with what an invitation needs to know of them; those who are not are left out. */
export const readCandidates = (ctx: Ctx, profileIds: readonly string[], today: string) =>
  ctx.db
    .select({
      profileId: trainerProfiles.id,
      accountId: accounts.id,
      ...profileNames,
      address: accountAddresses.address,
      match: matchColumns,
      away: awaySince(today),
    })
    .from(trainerProfiles)
    .innerJoin(cvEntries, eq(cvEntries.profileId, trainerProfiles.id))
    .innerJoin(accounts, eq(accounts.id, trainerProfiles.accountId))
    .innerJoin(accountAddresses, and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.kind, "main")))
    .where(and(inArray(trainerProfiles.id, [...profileIds]), eq(trainerProfiles.state, "validated")))
    .orderBy(cvEntries.searchName, trainerProfiles.id);
export type Candidate = Awaited<ReturnType<typeof readCandidates>>[number];
