import type { Ctx } from "@/lib/core/ctx";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { listWritableStructures } from "./manage-ads";

/** What the form of an ad offers to choose from, no larger than it shows. */
export async function readAdChoices(ctx: Ctx) {
  const [structures, specialties, regions] = await Promise.all([listWritableStructures(ctx), listSpecialties(ctx), listRegions(ctx)]);
  return {
    structures,
    specialties: specialties.map(({ code, name, subSpecialties }) => ({
      code,
      name,
      subSpecialties: subSpecialties.map((sub) => ({ code: sub.code, name: sub.name })),
    })),
    regions: regions.map(({ code, name }) => ({ code, name })),
  };
}
