import { asc, eq } from "drizzle-orm";
import { countries, departments, regions, specialties, structures, subSpecialties, trainingTypes } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { rememberedFor } from "@/lib/core/remembered";
import type { Lists } from "./rules";

async function read({ db }: Ctx) {
  const [lands, areas, parts, homes, kinds, subjects, subs] = await Promise.all([
    db.select().from(countries).orderBy(asc(countries.name)),
    db.select().from(regions).orderBy(asc(regions.name)),
    db.select().from(departments).orderBy(asc(departments.code)),
    db
      .select({ id: structures.id, name: structures.name })
      .from(structures)
      .where(eq(structures.active, true))
      .orderBy(asc(structures.name)),
    db.select().from(trainingTypes).where(eq(trainingTypes.active, true)).orderBy(asc(trainingTypes.position)),
    db.select().from(specialties).where(eq(specialties.active, true)).orderBy(asc(specialties.position)),
    db
      .select({ code: subSpecialties.code, name: subSpecialties.name, parent: specialties.code })
      .from(subSpecialties)
      .innerJoin(specialties, eq(specialties.id, subSpecialties.specialtyId))
      .where(eq(subSpecialties.active, true))
      .orderBy(asc(subSpecialties.position)),
  ]);
  const inFrench = (one: { readonly label: string }, other: { readonly label: string }) => one.label.localeCompare(other.label, "fr");
  return {
    countries: lands
      .filter(({ habitable }) => habitable)
      .map(({ code, name }) => ({ value: code, label: name }))
      .sort(inFrench),
    nationalities: lands.map(({ code, nationality }) => ({ value: code, label: nationality })).sort(inFrench),
    regions: areas.map(({ code, name }) => ({ value: code, label: name })),
    departments: parts.map(({ code, name, regionCode }) => ({ value: code, label: `${name} (${code})`, parent: regionCode })),
    structures: homes.map(({ id, name }) => ({ value: id, label: name })),
    trainingTypes: kinds.map(({ code, name }) => ({ value: code, label: name })),
    specialties: subjects.map(({ code, name }) => ({ value: code, label: name })),
    subSpecialties: subs.map(({ code, name, parent }) => ({ value: code, label: name, parent })),
  } satisfies Lists;
}

/**
 * Every list that the wizard offers and judges by; they hardly ever change, and a change is seen within five seconds.
 * Public references: no policy.
 */
export const readLists = rememberedFor(5_000, read);
