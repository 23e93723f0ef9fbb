import type { Ctx } from "@/lib/core/ctx";
import { listCountries } from "@/lib/references/list-countries";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { listWritableStructures } from "./manage-ads";

/** What the form of an ad offers to choose from, no larger than it shows. */
export async function readAdChoices(ctx: Ctx) {
  const [structures, specialties, regions, countries] = await Promise.all([
    listWritableStructures(ctx),
    listSpecialties(ctx),
    listRegions(ctx),
    listCountries(ctx),
  ]);
  return {
    structures,
    specialties: specialties.map(({ code, name, subSpecialties }) => ({
      code,
      name,
      subSpecialties: subSpecialties.map((sub) => ({ code: sub.code, name: sub.name })),
    })),
    regions,
    countries,
  };
}
