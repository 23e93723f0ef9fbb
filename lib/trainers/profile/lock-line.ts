import { eq } from "drizzle-orm";
import { profileLines, trainerProfiles } from "@/db/schema/trainers";
import type { TxCtx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { can } from "./policy";

/** A line of one's own profile, both taken until the end of the transaction, to be changed. Somebody else's answers as a missing one. */
export async function lockOwnLine(tx: TxCtx, lineId: string) {
  if (!identifier.safeParse(lineId).success) throw absent();
  const [found] = await tx.db
    .select({ line: profileLines, profile: trainerProfiles })
    .from(profileLines)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, profileLines.profileId))
    .where(eq(profileLines.id, lineId))
    .for("update");
  if (found === undefined) throw absent();
  ensure(can.edit(tx.actor, found.profile));
  return found;
}
