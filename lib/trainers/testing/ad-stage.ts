import { eq } from "drizzle-orm";
import { countries, regions, structures } from "@/db/schema/references";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { aDepartment, aSpecialty, aStructure } from "@/db/testing/factories/references";
import type { Ctx } from "@/lib/core/ctx";
import { createAd } from "../ads/create-ad";
import { publishAd } from "../ads/publish-ad";
import { createAdInput } from "../ads/schemas";

/** Two structures (054, 075), two regions, two specialties with a sub-specialty each (A3A, B7A), France: what ads point at. */
export async function furnish(ctx: Ctx): Promise<void> {
  await ctx.db.insert(countries).values({ code: "FR", name: "France", nationality: "Française" });
  await ctx.db.insert(regions).values({ code: "44", name: "Grand Est", zone: "metro" });
  await aDepartment(ctx);
  await aDepartment(ctx, { code: "67", name: "Bas-Rhin", regionCode: "44" });
  await aStructure(ctx, { code: "054", name: "Délégation Grand Est" });
  await aStructure(ctx, { code: "075", name: "Siège" });
  await aSpecialty(ctx, { code: "A3", name: "Finances" });
  await aSpecialty(ctx, { code: "B7", name: "Restauration" });
}

export async function structureOf(ctx: Ctx, code: string): Promise<string> {
  const [structure] = await ctx.db.select({ id: structures.id }).from(structures).where(eq(structures.code, code));
  if (structure === undefined) throw new Error(`no structure ${code}`);
  return structure.id;
}

export async function managerOf(ctx: Ctx, code: string): Promise<Ctx> {
  const person = await makeSignedIn(ctx);
  return { ...ctx, actor: { ...person, grants: [{ role: "manager", structureId: await structureOf(ctx, code), authorityId: null }] } };
}

/** An ad whole enough to be published, as it is typed. */
export const typedAd = async (ctx: Ctx, over: Record<string, unknown> = {}) =>
  createAdInput.parse({
    structureId: await structureOf(ctx, "054"),
    title: "Élaborer un budget communal",
    description: "Préparer, voter et exécuter le budget.",
    profileSought: "Directeur financier",
    specialties: ["A3A"],
    departments: ["67"],
    deadlineOn: "31/01/2027",
    contactName: "Marc Lambert",
    contactAddress: "formation.054@demo.example",
    ...over,
  });

export async function aPublishedAd(manager: Ctx, over: Record<string, unknown> = {}): Promise<{ adId: string; number: string }> {
  const { adId } = await createAd(manager, await typedAd(manager, over));
  return { adId, ...(await publishAd(manager, { adId })) };
}
