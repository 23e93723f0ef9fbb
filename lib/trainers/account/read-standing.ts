import { eq, sql } from "drizzle-orm";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { preparedOn } from "@/lib/core/prepared";
import type { ProfileState } from "../profile/vocabulary";

const prepared = preparedOn((db) =>
  db
    .select({ state: trainerProfiles.state })
    .from(trainerProfiles)
    .where(eq(trainerProfiles.accountId, sql.placeholder("accountId")))
    .prepare("trainers_standing"),
);

/** Who reads the Espace Intervenants: a visitor, somebody without a profile, or how far their profile is (EI-42). */
export async function readStanding({ actor, db }: Ctx): Promise<"visitor" | "none" | ProfileState> {
  if (actor.kind !== "account" || actor.secondFactor === "missing") return "visitor";
  const [profile] = await prepared(db).execute({ accountId: actor.accountId });
  return profile?.state ?? "none";
}
