import { and, eq, gt, lte, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { profileRequests, requestReservations } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import { reservedUntil } from "./rules";
import type { RequestInput, TakeChargeInput } from "./schemas";

/** Who is on a request now. */
export interface Reservation {
  readonly mine: boolean;
  readonly name: string;
  readonly since: Date;
}

/**
 * Says that one is on a request, or still is: it lasts five minutes and is renewed by the page. When somebody else is
 * on it, nothing changes and one is told; with `over`, one takes their place. It never forbids anything (EI-43).
 */
export function takeCharge(ctx: Ctx, { requestId, over }: TakeChargeInput): Promise<Reservation> {
  return withTx(ctx, async (tx) => {
    await ensureStudied(tx, requestId);
    const { actor, now } = tx;
    if (actor.kind !== "account") throw absent();
    const mine = eq(requestReservations.accountId, actor.accountId);
    const known = await readReservation(tx, requestId);
    await tx.db
      .insert(requestReservations)
      .values({ requestId, accountId: actor.accountId, takenAt: now, expiresAt: reservedUntil(now) })
      .onConflictDoUpdate({
        target: requestReservations.requestId,
        set: {
          accountId: actor.accountId,
          takenAt: sql`case when ${requestReservations.accountId} = ${actor.accountId} and ${requestReservations.expiresAt} > ${now.toISOString()} then ${requestReservations.takenAt} else excluded.taken_at end`,
          expiresAt: sql`excluded.expires_at`,
        },
        setWhere: over === undefined ? sql`${mine} or ${lte(requestReservations.expiresAt, now)}` : sql`true`,
      });
    const held = await readReservation(tx, requestId);
    if (held === null) throw new Error("reservation not stored");
    // A page renews it every two minutes: only who comes is told.
    if (held.mine && known?.mine !== true)
      await audit(tx, { action: "trainer.request_taken", subject: { type: "profile_request", id: requestId } });
    return held;
  });
}

/** Leaves a request to others, before the five minutes are over. */
export function releaseRequest(ctx: Ctx, { requestId }: RequestInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    await ensureStudied(tx, requestId);
    if (tx.actor.kind !== "account") throw absent();
    const released = await tx.db
      .delete(requestReservations)
      .where(and(eq(requestReservations.requestId, requestId), eq(requestReservations.accountId, tx.actor.accountId)))
      .returning({ requestId: requestReservations.requestId });
    if (released.length > 0) await audit(tx, { action: "trainer.request_released", subject: { type: "profile_request", id: requestId } });
  });
}

async function ensureStudied(tx: TxCtx, requestId: string): Promise<void> {
  const [request] = await tx.db
    .select({ structureId: profileRequests.structureId })
    .from(profileRequests)
    .where(eq(profileRequests.id, requestId));
  if (request === undefined) throw absent();
  ensure(can.study(tx.actor, request.structureId));
}

/** Who is on a request, or nobody. The caller has judged who reads. */
export async function readReservation(ctx: Ctx, requestId: string): Promise<Reservation | null> {
  const [row] = await ctx.db
    .select({
      accountId: requestReservations.accountId,
      since: requestReservations.takenAt,
      firstName: accounts.firstName,
      lastName: accounts.lastName,
    })
    .from(requestReservations)
    .innerJoin(accounts, eq(accounts.id, requestReservations.accountId))
    .where(and(eq(requestReservations.requestId, requestId), gt(requestReservations.expiresAt, ctx.now)));
  if (row === undefined) return null;
  const mine = ctx.actor.kind === "account" && ctx.actor.accountId === row.accountId;
  return { mine, name: `${row.firstName} ${row.lastName}`, since: row.since };
}
