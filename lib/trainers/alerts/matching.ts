import { type SQL, sql } from "drizzle-orm";
import type { ads } from "@/db/schema/ads";

export type AlertedAd = Pick<
  typeof ads.$inferSelect,
  "id" | "specialtyCodes" | "subSpecialtyCodes" | "regionCodes" | "countryCode" | "startsOn" | "endsOn"
>;

const home = "FR";
const codes = (values: readonly string[]) => sql`${sql.param(`{${values.map((value) => `"${value}"`).join(",")}}`)}::text[]`;

/**
 * Whether a row of cv_entries, named cv, wants a mail about an ad (EI-15). Specialties: the ad bears one that the trainer
 * chose, or one of their sub-specialties. Regions: one of theirs, or the ad has none; abroad, the box. Both boxes add up;
 * the third asks for the two at once. Nobody who is away for the whole period of the ad.
 */
export function wantsAlert(ad: AlertedAd): SQL {
  const specialty = sql`(cv.specialty_codes && ${codes(ad.specialtyCodes)} or cv.sub_specialty_codes && ${codes(ad.subSpecialtyCodes)})`;
  const region = regionOf(ad);
  return sql`(
      ('specialties' = any(cv.alerts) and ${specialty})
      or ('regions' = any(cv.alerts) and ${region})
      or ('both' = any(cv.alerts) and ${specialty} and ${region})
    ) and not ${awayFor(ad, sql`cv.profile_id`)}`;
}

function regionOf({ countryCode, regionCodes }: AlertedAd): SQL {
  if (countryCode !== home) return sql`cv.abroad`;
  return regionCodes.length === 0 ? sql`true` : sql`cv.region_codes && ${codes(regionCodes)}`;
}

/** Whether the days that a profile has marked cover the whole period of an ad; never, when the ad has no date yet (EI-95). */
export function awayFor({ startsOn, endsOn }: Pick<AlertedAd, "startsOn" | "endsOn">, profileId: SQL): SQL {
  const first = startsOn ?? endsOn;
  const last = endsOn ?? startsOn;
  if (first === null || last === null) return sql`false`;
  return sql`coalesce((
      select range_agg(daterange(away.starts_on, away.ends_on, '[]')) @> daterange(${first}::date, ${last}::date, '[]')
      from unavailabilities away where away.profile_id = ${profileId}
    ), false)`;
}
