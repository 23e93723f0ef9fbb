import { eq } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { structures } from "@/db/schema/references";
import { profileRequests, trainerProfiles } from "@/db/schema/trainers";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { textOf } from "../profile/rules";
import { openAnswers } from "../profile/lock-profile";
import { can } from "../profile/policy";
import { readHistory, readLines } from "../review/read-request";
import { can as canKeep } from "./policy";

/** A trainer's profile as managers read it; every look is recorded, and its owner can read the line (AD-03, AD-13). */
export async function readTrainer(ctx: Ctx, profileId: string) {
  ensure(canKeep.searchCvs(ctx.actor));
  if (!identifier.safeParse(profileId).success) throw absent();
  const [found] = await ctx.db
    .select({ profile: trainerProfiles, structure: structures.name, address: accountAddresses.address })
    .from(trainerProfiles)
    .leftJoin(structures, eq(structures.id, trainerProfiles.homeStructureId))
    .leftJoin(accountAddresses, eq(accountAddresses.accountId, trainerProfiles.accountId))
    .where(eq(trainerProfiles.id, profileId))
    .orderBy(accountAddresses.kind)
    .limit(1);
  if (found === undefined) throw absent();
  const { profile } = found;
  ensure(can.see(ctx.actor, profile));
  // A CV that was never sent is nobody's but its owner's.
  if (profile.state !== "validated" && (await ctx.db.$count(profileRequests, eq(profileRequests.profileId, profileId))) === 0)
    throw absent();
  await auditLook(ctx, {
    action: "trainer.profile_read",
    subject: { type: "trainer_profile", id: profileId },
    accountId: profile.accountId,
  });
  const [lines, history] = await Promise.all([readLines(ctx, profileId), readHistory(ctx, profileId)]);
  // The birth place is for the managers of the home structure: others do not even have it opened.
  const answers = can.manage(ctx.actor, profile.homeStructureId).allowed ? openAnswers(profile) : profile.answers;
  return { ...found, answers, name: `${textOf(answers, "firstName")} ${textOf(answers, "lastName")}`, lines, history };
}
