import { eq } from "drizzle-orm";
import { profileRequests } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { no, type Verdict } from "@/lib/core/refusal";
import type { ProfileRow } from "./lock-profile";
import { can } from "./policy";

type Seen = Pick<ProfileRow, "id" | "accountId" | "state" | "homeStructureId" | "immatriculation">;

/**
 * Who reads a profile, its files included. A CV that was never sent is nobody's but its owner's, even when an ad already
 * gave it a home structure (EI-13); the policy alone cannot tell, for a CV sent back to be completed is a draft too.
 */
export async function maySee(ctx: Ctx, profile: Seen): Promise<Verdict> {
  const verdict = can.see(ctx.actor, profile);
  const owns = ctx.actor.kind === "account" && ctx.actor.accountId === profile.accountId;
  if (!verdict.allowed || owns || profile.state === "validated") return verdict;
  const sent = await ctx.db.$count(profileRequests, eq(profileRequests.profileId, profile.id));
  return sent > 0 ? verdict : no("Ce profil n’existe pas.", "absent");
}
