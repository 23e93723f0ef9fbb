import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { passkeyChallenges } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { challengeLife } from "./rules";

/** Gives out a challenge, for one account or for somebody not yet known; usable once, within five minutes. */
export async function giveChallenge(ctx: Ctx, accountId: string | null): Promise<string> {
  const challenge = randomBytes(32).toString("base64url");
  await ctx.db.insert(passkeyChallenges).values({ challenge, accountId, expiresAt: new Date(ctx.now.getTime() + challengeLife) });
  return challenge;
}

/** Takes back the challenge that a device signed. Used up even when the rest of its answer proves wrong. */
export async function takeChallenge(ctx: Ctx, clientDataJSON: string, accountId: string | null): Promise<string> {
  const [taken] = await ctx.db
    .update(passkeyChallenges)
    .set({ usedAt: ctx.now })
    .where(
      and(
        eq(passkeyChallenges.challenge, challengeIn(clientDataJSON)),
        accountId === null ? isNull(passkeyChallenges.accountId) : eq(passkeyChallenges.accountId, accountId),
        isNull(passkeyChallenges.usedAt),
        gt(passkeyChallenges.expiresAt, ctx.now),
      ),
    )
    .returning({ challenge: passkeyChallenges.challenge });
  if (taken === undefined) throw new Refusal("expired", "Cette demande a expiré ou a déjà servi. Recommencez.");
  return taken.challenge;
}

function challengeIn(clientDataJSON: string): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    const challenge = typeof data === "object" && data !== null && "challenge" in data ? data.challenge : null;
    return typeof challenge === "string" && /^[\w-]{1,200}$/u.test(challenge) ? challenge : "";
  } catch {
    return "";
  }
}
