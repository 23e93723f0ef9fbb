import { rememberedFor } from "@/lib/core/remembered";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { listStructures } from "@/lib/references/list-structures";

/** What a search of ads can choose from; it hardly ever changes, and a change is seen within five seconds. */
export const readSearchChoices = rememberedFor(5_000, async (ctx) => {
  const [specialties, regions, structures] = await Promise.all([listSpecialties(ctx), listRegions(ctx), listStructures(ctx)]);
  return { specialties, regions, structures: structures.map(({ id, name }) => ({ id, name })) };
});
