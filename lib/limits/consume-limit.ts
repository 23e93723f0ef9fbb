import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimits } from "@/db/schema/platform";
import { keyedHash } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { duration } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { networkKey } from "./network-key";

/** At most `points` uses in `per` seconds, counted from the first one. */
export interface Limit {
  readonly points: number;
  readonly per: number;
}

/**
 * Counts one use of `name` by `key` (a network address, an account, a mail address) and refuses it beyond the limit,
 * telling the wait. A refused use counts too, but does not lengthen the wait.
 */
export async function consumeLimit(ctx: Ctx, name: string, key: string, limit: Limit): Promise<void> {
  const wait = await takePoint(ctx, name, key, limit);
  if (wait === 0) return;
  throw new Refusal("limited", `Trop de demandes en peu de temps. Réessayez dans ${duration(wait)}.`, {}, wait);
}

/**
 * The same without refusing: the seconds to wait, 0 when the use is within the limit.
 * One atomic upsert in the database, so that it holds across processes and restarts. The window is measured by the
 * system clock, which the library reads itself, and not by `ctx.now`.
 * The key is stored as a keyed hash: neither addresses nor what a stranger typed are kept in clear.
 */
export async function takePoint(ctx: Ctx, name: string, key: string, { points, per }: Limit): Promise<number> {
  if (ctx.inTransaction) {
    // A refusal would undo the count, and the row would stay locked as long as the transaction runs.
    throw new Error("limits are counted before the transaction (in tests: testCtx(tx.db) instead of tx)");
  }
  const limiter = new RateLimiterDrizzle({
    storeClient: ctx.db,
    schema: rateLimits,
    keyPrefix: name,
    points,
    duration: per,
    // purge-limits-job.ts does it, once for all processes.
    clearExpiredByTimeout: false,
  });
  try {
    await limiter.consume(keyedHash("rate limit", networkKey(key)));
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}
