import { countries } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { listStructures } from "@/lib/references/list-structures";
import { listTrainingTypes } from "@/lib/references/list-training-types";
import type { ChoiceSource } from "../profile/field-spec";

const preparedCountries = preparedOn((db) => db.select().from(countries).prepare("profile_names_countries"));

/** Names of everything that a profile chooses among the references, by code. Public data: no policy. */
export async function readProfileNames(ctx: Ctx): Promise<Readonly<Record<ChoiceSource, ReadonlyMap<string, string>>>> {
  const [places, regions, structures, types, specialties] = await Promise.all([
    preparedCountries(ctx.db).execute(),
    listRegions(ctx),
    listStructures(ctx),
    listTrainingTypes(ctx),
    listSpecialties(ctx),
  ]);
  const named = (list: readonly { readonly code: string; readonly name: string }[]) => new Map(list.map(({ code, name }) => [code, name]));
  return {
    countries: named(places),
    nationalities: new Map(places.map(({ code, nationality }) => [code, nationality])),
    regions: named(regions),
    departments: named(regions.flatMap(({ departments }) => departments)),
    structures: new Map(structures.map(({ id, name }) => [id, name])),
    trainingTypes: named(types),
    specialties: named(specialties),
    subSpecialties: named(specialties.flatMap(({ subSpecialties }) => subSpecialties)),
  };
}
