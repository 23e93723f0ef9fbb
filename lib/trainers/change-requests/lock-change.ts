import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { changeRequests } from "@/db/schema/interventions";
import type { TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { lockProfile, type ProfileRow } from "../profile/lock-profile";

export type ChangeRow = typeof changeRequests.$inferSelect;

/** A demand to change, taken with its profile until the end of the transaction; the profile first, as its owner's verbs do. */
export async function lockChange(
  tx: TxCtx,
  changeId: string,
): Promise<{ readonly change: ChangeRow; readonly profile: ProfileRow; readonly decider: string | null }> {
  const [found] = await tx.db.select({ profileId: changeRequests.profileId }).from(changeRequests).where(eq(changeRequests.id, changeId));
  if (found === undefined) throw absent();
  const profile = await lockProfile(tx, found.profileId);
  const [change] = await tx.db.select().from(changeRequests).where(eq(changeRequests.id, changeId)).for("update");
  if (change === undefined) throw absent();
  const [decider] =
    change.decidedBy === null
      ? []
      : await tx.db
          .select({ firstName: accounts.firstName, lastName: accounts.lastName })
          .from(accounts)
          .where(eq(accounts.id, change.decidedBy));
  return { change, profile, decider: decider === undefined ? null : `${decider.firstName} ${decider.lastName}` };
}
