import { eq } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import type { ProfileRow } from "./lock-profile";

/**
 * Number of the ad one came from, while its structure is the home structure (EI-13, EI-26): until the first answer of that
 * structure, and as long as it is in service. Null when one chooses.
 */
export async function originOf({ db }: Ctx, { originAdId, state }: Pick<ProfileRow, "originAdId" | "state">): Promise<string | null> {
  if (originAdId === null || state === "rejected") return null;
  const [origin] = await db
    .select({ number: ads.number, active: structures.active })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(eq(ads.id, originAdId));
  return origin?.active === true ? origin.number : null;
}
