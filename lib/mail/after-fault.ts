import { giveUpAfter, later, mayRepeat, pauseDelay, retryDelay } from "./rules";
import { type DeliveryError, repeatableFor, type TransportName } from "./transport";

/** What is known of a mail before the attempt that failed. */
export interface MailBefore {
  readonly attempts: number;
  readonly doubtSince: Date | null;
  readonly createdAt: Date;
}

export interface Circumstances {
  readonly now: Date;
  readonly transport: TransportName;
  /** Failures of the server itself, in a row, before this one. */
  readonly failures: number;
}

/** The row after the fault: when it is tried again, or why not. */
export interface AfterFault {
  readonly state: "queued" | "failed" | "uncertain";
  readonly attempts: number;
  readonly doubtSince: Date | null;
  readonly nextAttemptAt?: Date;
}

/** Decides what becomes of a mail that did not leave (TR-01). */
export function afterFault(before: MailBefore, error: DeliveryError, at: Circumstances): AfterFault {
  return error.outcome === "uncertain" ? afterSilence(before, error, at) : afterRefusal(before, error, at);
}

/** No answer: tried again as long as the provider recognises a repeat; else only a person decides. */
function afterSilence(before: MailBefore, { fault }: DeliveryError, { now, transport }: Circumstances): AfterFault {
  const attempts = before.attempts + 1;
  const doubtSince = before.doubtSince ?? now;
  const repeat = fault.taken !== true && mayRepeat(doubtSince, now, repeatableFor[transport]);
  return retried({ attempts, doubtSince }, now, repeat ? retryDelay(attempts) : null);
}

/** A clear "no": later, or never. A failure of the server does not use up the attempts of the mail; its age does. */
function afterRefusal(before: MailBefore, { outcome, fault }: DeliveryError, { now, failures }: Circumstances): AfterFault {
  const { doubtSince } = before;
  if (outcome === "permanent") return retried({ attempts: before.attempts + 1, doubtSince }, now, null);
  if (fault.scope === "mail")
    return retried({ attempts: before.attempts + 1, doubtSince }, now, retryDelay(before.attempts + 1, fault.retryAfter));
  const tooOld = now >= later(before.createdAt, giveUpAfter);
  return retried({ attempts: before.attempts, doubtSince }, now, tooOld ? null : pauseDelay(failures + 1, fault.retryAfter));
}

function retried(known: Pick<AfterFault, "attempts" | "doubtSince">, now: Date, delay: number | null): AfterFault {
  if (delay !== null) return { ...known, state: "queued", nextAttemptAt: later(now, delay) };
  // Failed means "surely not received": a mail that an earlier attempt left in doubt never says so.
  return { ...known, state: known.doubtSince === null ? "failed" : "uncertain" };
}
