import type { Ctx, Db } from "@/lib/core/ctx";
import { listRegions } from "@/lib/references/list-regions";
import { listSpecialties } from "@/lib/references/list-specialties";
import { listStructures } from "@/lib/references/list-structures";

const freshFor = 5_000;

const read = async (ctx: Ctx) => {
  const [specialties, regions, structures] = await Promise.all([listSpecialties(ctx), listRegions(ctx), listStructures(ctx)]);
  return { specialties, regions, structures: structures.map(({ id, name }) => ({ id, name })) };
};
const remembered = new WeakMap<Db, { readonly at: number; readonly choices: ReturnType<typeof read> }>();

/** What a search of ads can choose from; it hardly ever changes, and a change is seen within five seconds. */
export function readSearchChoices(ctx: Ctx): ReturnType<typeof read> {
  const before = remembered.get(ctx.db);
  const at = ctx.now.getTime();
  if (!ctx.inTransaction && before !== undefined && at - before.at < freshFor) return before.choices;
  const choices = read(ctx);
  remembered.set(ctx.db, { at, choices });
  choices.catch(() => remembered.delete(ctx.db));
  return choices;
}
