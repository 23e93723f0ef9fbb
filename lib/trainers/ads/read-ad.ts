import { and, eq, getTableColumns, inArray, ne } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { countries, departments, regions, specialties, structures, subSpecialties } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";

const { search: _search, searchTitle: _title, facets: _facets, createdBy: _author, ...columns } = getTableColumns(ads);

/** An ad as its page shows it, its choices named. Public: a draft does not exist here (EI-11). */
export async function readAd(ctx: Ctx, number: string) {
  const [row] = await ctx.db
    .select({ ...columns, country: countries.name, structure: structures.name, structureCity: structures.city })
    .from(ads)
    .innerJoin(countries, eq(countries.code, ads.countryCode))
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(and(eq(ads.number, number), ne(ads.state, "draft")));
  if (row === undefined) throw absent();
  const named = async <Row extends { readonly name: string }>(codes: readonly string[], read: () => Promise<Row[]>): Promise<Row[]> =>
    codes.length === 0 ? [] : read();
  const [specialtyNames, subSpecialtyNames, regionNames, departmentNames] = await Promise.all([
    named(row.specialtyCodes, () => ctx.db.select().from(specialties).where(inArray(specialties.code, row.specialtyCodes))),
    named(row.subSpecialtyCodes, () => ctx.db.select().from(subSpecialties).where(inArray(subSpecialties.code, row.subSpecialtyCodes))),
    named(row.regionCodes, () => ctx.db.select().from(regions).where(inArray(regions.code, row.regionCodes))),
    named(row.departmentCodes, () => ctx.db.select().from(departments).where(inArray(departments.code, row.departmentCodes))),
  ]);
  const inFrench = (names: readonly { readonly name: string }[]) =>
    names.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other, "fr"));
  return {
    ...row,
    specialties: specialtyNames.map(({ code, name }) => ({ code, name })),
    subSpecialties: subSpecialtyNames.map(({ code, name }) => ({ code, name })),
    regions: inFrench(regionNames),
    departments: inFrench(departmentNames),
  };
}
export type AdSeen = Awaited<ReturnType<typeof readAd>>;
