import { eq, inArray } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { countries, structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";

const columns = {
  id: ads.id,
  number: ads.number,
  title: ads.title,
  description: ads.description,
  profileSought: ads.profileSought,
  context: ads.context,
  audience: ads.audience,
  duration: ads.duration,
  startsOn: ads.startsOn,
  endsOn: ads.endsOn,
  deadlineOn: ads.deadlineOn,
  urgent: ads.urgent,
  place: ads.place,
  specialtyCodes: ads.specialtyCodes,
  subSpecialtyCodes: ads.subSpecialtyCodes,
  regionCodes: ads.regionCodes,
  departmentCodes: ads.departmentCodes,
  publishedAt: ads.publishedAt,
  structure: structures.name,
  structureCode: structures.code,
  country: countries.name,
} as const;

/** What programs are told of ads: all that their pages show but the person to write to (EI-16). In the order given. Public: no policy. */
export async function describeAds(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select(columns)
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .innerJoin(countries, eq(countries.code, ads.countryCode))
    .where(inArray(ads.id, [...ids]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
export type DescribedAd = Awaited<ReturnType<typeof describeAds>>[number];
