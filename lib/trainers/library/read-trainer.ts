import { eq } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { structures } from "@/db/schema/references";
import { trainerProfiles } from "@/db/schema/trainers";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { answersFor } from "../profile/answers-for";
import { maySee } from "../profile/may-see";
import { can } from "../profile/policy";
import { nameOf } from "../profile/rules";
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
  ensure(await maySee(ctx, profile));
  await auditLook(ctx, {
    action: "trainer.profile_read",
    subject: { type: "trainer_profile", id: profileId },
    accountId: profile.accountId,
  });
  const [lines, passages] = await Promise.all([readLines(ctx, profileId), readHistory(ctx, profileId)]);
  const home = can.manage(ctx.actor, profile.homeStructureId).allowed;
  // Why a request was turned down, and by whom, is between the person and the structure that studied it.
  const history = home ? passages : passages.map((passage) => ({ ...passage, reason: null, firstName: null, lastName: null }));
  const { answers, without } = answersFor(ctx.actor, profile);
  return { ...found, answers, without, name: nameOf(answers), lines, history };
}
