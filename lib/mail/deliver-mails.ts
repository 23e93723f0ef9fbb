import type { Clock } from "@/lib/core/clock";
import type { Ctx } from "@/lib/core/ctx";
import { type Institution, readInstitution } from "@/lib/settings/institution";
import { afterFault } from "./after-fault";
import { type Breaker, createBreaker } from "./breaker";
import { composeMessage } from "./compose-message";
import { beginAttempt, claimDueMails, type ClaimedMail, markSent, reclaimElapsed, releaseMails, settleAttempt } from "./outbox";
import { mayRepeat } from "./rules";
import { DeliveryError, type Message, repeatableFor, type Transport } from "./transport";

export interface DeliveryOptions {
  readonly clock: Clock;
  readonly transport: Transport;
  /** Mails taken at once, and of them, sent at the same time. */
  readonly batch?: number;
  readonly concurrency?: number;
  /** Seconds after which a silent worker counts as dead; longer than any transport's own limit. */
  readonly lease?: number;
}

export interface DrainReport {
  readonly sent: number;
  /** Tried again later. */
  readonly postponed: number;
  readonly failed: number;
  readonly uncertain: number;
  /** More mails may be due now. */
  readonly full: boolean;
  /** The server takes nobody's mail at the moment; nothing is tried before this instant. */
  readonly pausedUntil: Date | null;
}

export interface DrainLimits {
  /** Begin no other mail. */
  readonly stop?: AbortSignal;
  /** Cut those under way. */
  readonly cut?: AbortSignal;
}

export interface Delivery {
  /** Sends one batch of due mails; throws when the database fails. */
  drain(limits?: DrainLimits): Promise<DrainReport>;
}

type Fate = "sent" | "postponed" | "failed" | "uncertain";

interface Desk {
  readonly ctx: Ctx;
  readonly clock: Clock;
  readonly transport: Transport;
  readonly lease: number;
  readonly breaker: Breaker;
  readonly limits: DrainLimits;
}

/** Empties the outbox, batch by batch (TR-01). Remembers, between batches, whether the server is to be left in peace. */
export function createDelivery(ctx: Ctx, { clock, transport, batch = 20, concurrency = 5, lease = 120 }: DeliveryOptions): Delivery {
  const breaker = createBreaker(clock, transport.name);
  return {
    async drain(limits = {}) {
      const desk = { ctx, clock, transport, lease, breaker, limits };
      const fates = { sent: 0, postponed: 0, failed: 0, uncertain: 0 };
      await reclaimElapsed(ctx.db, clock.now());
      const pausedUntil = breaker.pausedUntil();
      if (pausedUntil !== null) return { ...fates, full: false, pausedUntil };
      // After a failure of the server, one mail finds out whether it is back.
      const waiting = [...(await claimDueMails(ctx.db, clock.now(), breaker.failures() > 0 ? 1 : batch, lease))];
      if (waiting.length === 0) return { ...fates, full: false, pausedUntil: null };
      await sendAll(desk, waiting, concurrency, (fate) => fates[fate]++);
      return { ...fates, full: true, pausedUntil: breaker.conclude() };
    },
  };
}

/** Sends the waiting mails, some at a time; puts back what is left once the server fails or the worker stops. */
async function sendAll(desk: Desk, waiting: ClaimedMail[], concurrency: number, count: (fate: Fate) => void): Promise<void> {
  const institution = await readInstitution(desk.ctx);
  const lane = async () => {
    while (!desk.breaker.tripped() && desk.limits.stop?.aborted !== true) {
      const mail = waiting.shift();
      if (mail === undefined) return;
      const fate = await deliver(desk, mail, institution);
      if (fate !== null) count(fate);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: concurrency }, lane));
  await releaseMails(desk.ctx.db, waiting);
  for (const ended of lanes) if (ended.status === "rejected") throw ended.reason;
}

/** One attempt. Null: another worker took the mail over. */
async function deliver(desk: Desk, mail: ClaimedMail, institution: Institution): Promise<Fate | null> {
  if (isDoubtTooOld(desk, mail))
    return settle(desk, mail, mail, new DeliveryError("uncertain", "An earlier attempt had no answer.", { scope: "mail", taken: true }));
  let message: Message;
  try {
    message = await composeMessage(mail, institution);
  } catch (error) {
    return settle(desk, mail, mail, asDeliveryError(error));
  }
  const begun = await beginAttempt(desk.ctx.db, mail, desk.transport.name, desk.clock.now(), desk.lease);
  if (begun === null) return null;
  try {
    await hand(desk, begun, message);
    return "sent";
  } catch (error) {
    // The database failed us: the lease runs out, and the row tells that the mail may be out.
    if (!(error instanceof DeliveryError)) throw error;
    return settle(desk, begun, mail, error);
  }
}

async function hand({ ctx, clock, transport, limits }: Desk, mail: ClaimedMail, message: Message): Promise<void> {
  const { providerId, alongside } = await transport.send(message, limits.cut);
  const at = clock.now();
  await ctx.db.transaction(async (db) => {
    if (await markSent(db, mail, { transport: transport.name, providerId, at })) await alongside?.(db, at);
  });
}

/** A repeat is safe over the same transport, while it remembers. */
function isDoubtTooOld({ transport, clock }: Desk, mail: ClaimedMail): boolean {
  if (mail.doubtSince === null) return false;
  return mail.transport !== transport.name || !mayRepeat(mail.doubtSince, clock.now(), repeatableFor[transport.name]);
}

async function settle(
  { ctx, clock, transport, breaker }: Desk,
  held: ClaimedMail,
  before: ClaimedMail,
  error: DeliveryError,
): Promise<Fate> {
  const { state, ...known } = afterFault(before, error, { now: clock.now(), transport: transport.name, failures: breaker.failures() });
  if (error.fault.scope === "transport") breaker.trip(error.fault.retryAfter);
  await settleAttempt(ctx.db, held, { ...known, state, transport: transport.name, lastError: error.message.slice(0, 500) });
  return state === "queued" ? "postponed" : state;
}

/** A mail that cannot be written (a missing key, a fault of ours) waits like any other, then shows as failed. */
function asDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  return new DeliveryError("temporary", error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
