import { addYears, max } from "date-fns";
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { profileRequests, requestWaits, trainerProfiles } from "@/db/schema/trainers";
import { keyedHash } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";

/** Nothing but the address proves that it is the same person: no name, and nobody finds the address from it without the key. */
const hashed = (canonical: string) => keyedHash("request wait", canonical);

const hashesOf = async ({ db }: Ctx, accountId: string): Promise<readonly string[]> => {
  const rows = await db
    .select({ canonical: accountAddresses.canonical })
    .from(accountAddresses)
    .where(eq(accountAddresses.accountId, accountId));
  return rows.map(({ canonical }) => hashed(canonical));
};

// No audit: it is a part of the closing, which is told. No policy: the closing judges.
/**
 * Before an account is erased: the day from which a new request is possible after the first analysis outlives it, also
 * when the decision is still to come (EI-40, MC-30). Gives the day; null: nothing is kept.
 */
export async function keepWait(tx: TxCtx, accountId: string): Promise<Date | null> {
  const until = await waitOf(tx, accountId);
  if (until === null || until <= tx.now) return null;
  for (const addressHash of await hashesOf(tx, accountId))
    await tx.db
      .insert(requestWaits)
      .values({ addressHash, until })
      .onConflictDoUpdate({ target: requestWaits.addressHash, set: { until: sql`greatest(${requestWaits.until}, excluded.until)` } });
  return until;
}

async function waitOf({ db }: TxCtx, accountId: string): Promise<Date | null> {
  const [profile] = await db
    .select({ id: trainerProfiles.id, until: trainerProfiles.mayRequestFrom })
    .from(trainerProfiles)
    .where(eq(trainerProfiles.accountId, accountId));
  if (profile === undefined) return null;
  const [studied] = await db
    .select({ at: profileRequests.firstAnalysedAt })
    .from(profileRequests)
    .where(
      and(
        eq(profileRequests.profileId, profile.id),
        inArray(profileRequests.state, ["submitted", "correction"]),
        isNotNull(profileRequests.firstAnalysedAt),
      ),
    );
  const days = [profile.until, studied?.at == null ? null : addYears(studied.at, 1)].filter((day) => day !== null);
  return days.length === 0 ? null : max(days);
}

// No policy, no audit: they are the caller's.
/** Nobody waits any more because of these addresses. */
export async function dropWaits(tx: TxCtx, accountId: string): Promise<void> {
  const hashes = await hashesOf(tx, accountId);
  if (hashes.length > 0) await tx.db.delete(requestWaits).where(inArray(requestWaits.addressHash, [...hashes]));
}

/** From when on somebody who closed an account with one of these addresses may ask again; null: at once. */
export async function readWait(ctx: Ctx, accountId: string): Promise<Date | null> {
  const hashes = await hashesOf(ctx, accountId);
  if (hashes.length === 0) return null;
  const waits = await ctx.db
    .select({ until: requestWaits.until })
    .from(requestWaits)
    .where(inArray(requestWaits.addressHash, [...hashes]));
  const last = waits.reduce<Date | null>((latest, { until }) => (latest === null || until > latest ? until : latest), null);
  return last !== null && last > ctx.now ? last : null;
}
