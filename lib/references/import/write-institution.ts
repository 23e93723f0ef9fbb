import { sql } from "drizzle-orm";
import countryNames from "i18n-iso-countries/langs/fr.json" with { type: "json" };
import { countries, specialties, structures, subSpecialties, trainingTypes } from "@/db/schema/references";
import type { TxCtx } from "@/lib/core/ctx";
import { countryNamesData, nationalitiesData, statelessData } from "../countries.data";
import { slugOf } from "../rules";
import { specialtiesData } from "../specialties.data";
import { structuresData } from "../structures.data";
import { trainingTypesData } from "../training-types.data";
import { typographic } from "./names";

/** Structures, specialties and training types missing here; those known stay as the back office left them (AD-09). */
export async function addInstitution({ db }: TxCtx): Promise<void> {
  await db
    .insert(structures)
    .values(structuresData.map((structure) => ({ ...structure, regionCodes: [...structure.regionCodes] })))
    .onConflictDoNothing();
  await db
    .insert(specialties)
    .values(specialtiesData.map(({ code, name }, position) => ({ code, name, slug: slugOf(name), position })))
    .onConflictDoNothing();
  const parents = await db.select({ id: specialties.id, code: specialties.code }).from(specialties);
  const parentIds = new Map(parents.map(({ code, id }) => [code, id]));
  const children = specialtiesData.flatMap((specialty) => {
    const specialtyId = parentIds.get(specialty.code);
    return specialtyId === undefined ? [] : subSpecialtyRows(specialty).map((row) => ({ ...row, specialtyId }));
  });
  await db.insert(subSpecialties).values(children).onConflictDoNothing();
  await db
    .insert(trainingTypes)
    .values(trainingTypesData.map((type, position) => ({ ...type, position })))
    .onConflictDoNothing();
}

/** Codes are the specialty's followed by a letter, in the order of the list: "A2C". */
export const subSpecialtyRows = ({ code, subSpecialties: names }: (typeof specialtiesData)[number]) =>
  names.map((name, position) => ({ code: `${code}${String.fromCodePoint(65 + position)}`, name, slug: slugOf(name), position }));

const libraryNames: Readonly<Record<string, string | readonly string[]>> = countryNames.countries;

function countryName(code: string): string {
  const known = countryNamesData[code] ?? [libraryNames[code] ?? []].flat()[0];
  if (known === undefined) throw new Error(`no French name for the country ${code}`);
  return typographic(known);
}

export const countryRows = () => [
  ...Object.entries(nationalitiesData).map(([code, nationality]) => ({ code, name: countryName(code), nationality, habitable: true })),
  { ...statelessData, habitable: false },
];

export async function writeCountries({ db }: TxCtx): Promise<void> {
  await db
    .insert(countries)
    .values(countryRows())
    .onConflictDoUpdate({
      target: countries.code,
      set: { name: sql`excluded.name`, nationality: sql`excluded.nationality`, habitable: sql`excluded.habitable` },
    });
}
