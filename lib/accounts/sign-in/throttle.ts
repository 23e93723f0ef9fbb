import { eq, sql } from "drizzle-orm";
import { signInThrottles } from "@/db/schema/access";
import type { Ctx } from "@/lib/core/ctx";
import { keyedHash } from "@/lib/core/crypto";
import { duration } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { networkKey } from "@/lib/limits/network-key";
import { afterTry, freeFailures, waitBeforeTry } from "./rules";

export interface TryKeys {
  readonly account: string;
  readonly network: string;
}

const hashed = (value: string) => keyedHash("throttle", value);

/**
 * Of an account by its number, so that its second address gives no second set of tries; of nobody's, by the address
 * typed. Kept hashed: the table must not become a list of who tried to sign in.
 */
export const tryKeys = (ctx: Ctx, accountIdOrAddress: string): TryKeys => ({
  account: `account:${hashed(accountIdOrAddress)}`,
  network: `network:${hashed(networkKey(ctx.network))}`,
});

/** For the codes of the second factor, and for the password asked again: counted apart from the sign-in. */
export const factorKeys = (ctx: Ctx, accountId: string): TryKeys => ({
  account: `factor:${hashed(accountId)}`,
  network: `factor-network:${hashed(networkKey(ctx.network))}`,
});
export const proofKeys = (ctx: Ctx, accountId: string): TryKeys => ({
  account: `proof:${hashed(accountId)}`,
  network: `proof-network:${hashed(networkKey(ctx.network))}`,
});

const forgottenAdvice = ", ou choisissez un nouveau mot de passe avec « Mot de passe oublié ? »";

/**
 * Counts a try before the secret is looked at, so that fifty at once are not fifty guesses. Refuses, with the wait
 * in words, while one is asked for. Always a transaction of its own: a refused try still counts.
 */
export async function reserveTry(ctx: Ctx, keys: TryKeys, advice = forgottenAdvice): Promise<void> {
  const wait = await ctx.db.transaction(async (db) => {
    // Made if missing and locked, always in the same order, so that two tries never wait for each other.
    const rows = await db
      .insert(signInThrottles)
      .values([keys.account, keys.network].sort().map((key) => ({ key, failures: 0, windowStartedAt: ctx.now })))
      .onConflictDoUpdate({ target: signInThrottles.key, set: { key: sql`excluded.key` } })
      .returning();
    const longest = Math.max(0, ...rows.map((row) => waitBeforeTry(row, ctx.now)));
    if (longest > 0) return longest;
    const next = rows.map((row) => ({
      key: row.key,
      ...afterTry(row, row.key === keys.account ? freeFailures.account : freeFailures.network, ctx.now),
    }));
    const given = {
      failures: sql`excluded.failures`,
      windowStartedAt: sql`excluded.window_started_at`,
      blockedUntil: sql`excluded.blocked_until`,
    };
    await db.insert(signInThrottles).values(next).onConflictDoUpdate({ target: signInThrottles.key, set: given });
    return 0;
  });
  if (wait > 0) throw new Refusal("limited", `Trop d’essais ont échoué. Réessayez dans ${duration(wait)}${advice}.`, {}, wait);
}

/** The secret was right: the account's failures are forgotten, and the try is given back to the network address. */
export async function forgiveTry(ctx: Ctx, keys: TryKeys): Promise<void> {
  // Two statements, each on its own: in one, their locks would come in another order than those of a try.
  await Promise.all([
    ctx.db.delete(signInThrottles).where(eq(signInThrottles.key, keys.account)),
    ctx.db
      .update(signInThrottles)
      .set({ failures: sql`greatest(0, ${signInThrottles.failures} - 1)`, blockedUntil: null })
      .where(eq(signInThrottles.key, keys.network)),
  ]);
}

/** For whoever has just set a password by a mailed link: the failures counted against the account are forgotten. */
export async function forgetFailures(ctx: Ctx, accountId: string): Promise<void> {
  await ctx.db.delete(signInThrottles).where(eq(signInThrottles.key, tryKeys(ctx, accountId).account));
}
