import { and, eq, isNull, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { profileEvents, trainerProfiles } from "@/db/schema/trainers";
import { readWait } from "@/lib/accounts/closing/request-waits";
import { audit } from "@/lib/audit/audit";
import type { TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { identityKey } from "./identity-key";
import { lockOwnProfile, type ProfileRow } from "./lock-profile";
import { startingAnswers } from "./starting-answers";

export interface Origin {
  readonly adId: string;
  readonly structureId: string;
}

// No policy: everybody may have a profile, and only one's own is made.
/**
 * The acting person's profile, locked; made from their account when there is none yet. From an ad, its structure becomes
 * the home structure (EI-13), unless another one is already at work on the profile.
 */
export async function ensureProfile(tx: TxCtx, origin?: Origin): Promise<ProfileRow> {
  const known = await lockOwnProfile(tx);
  if (known !== null) return known;
  if (tx.actor.kind !== "account") throw absent();
  // What arrives together with the closing of the account waits for it, and makes nothing anew (MC-30).
  const mine = and(eq(accounts.id, tx.actor.accountId), isNull(accounts.closedAt));
  const [account] = await tx.db.select().from(accounts).where(mine).for("update");
  if (account === undefined) throw absent();
  const { civility, firstName, lastName, bornOn } = account;
  const key = identityKey({ civility, firstName, lastName: account.birthName ?? lastName, bornOn: bornOn ?? account.id });
  const answers = startingAnswers(account);
  const [made] = await tx.db
    .insert(trainerProfiles)
    .values({
      accountId: account.id,
      answers: origin === undefined ? answers : { ...answers, homeStructure: origin.structureId },
      homeStructureId: origin?.structureId ?? null,
      originAdId: origin?.adId ?? null,
      identityKey: key,
      // Closing an account and coming back does not shorten the year (EI-40).
      mayRequestFrom: await readWait(tx, account.id),
      // A homonym already known: nothing is refused here, the manager who studies the request is told (EI-22).
      homonym: sql`(select coalesce(max(homonym) + 1, 0) from trainer_profiles where identity_key = ${key})`,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .onConflictDoNothing({ target: trainerProfiles.accountId })
    .returning();
  if (made === undefined) return (await lockOwnProfile(tx)) ?? Promise.reject(new Error("profile not stored"));
  await tx.db.insert(profileEvents).values({ profileId: made.id, kind: "created", at: tx.now, actorId: account.id });
  await audit(tx, { action: "trainer.profile_created", subject: { type: "trainer_profile", id: made.id }, accountId: account.id });
  return made;
}
