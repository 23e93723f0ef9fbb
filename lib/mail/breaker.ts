import type { Clock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import { later, pauseDelay } from "./rules";
import type { TransportName } from "./transport";

/** Leaves a server in peace while it takes nobody's mail: longer and longer pauses, one mail to try it out, then all. */
export interface Breaker {
  /** Failures of the server in a row. */
  readonly failures: () => number;
  /** Nothing is to be tried before this instant; null: go on. */
  readonly pausedUntil: () => Date | null;
  readonly tripped: () => boolean;
  readonly trip: (retryAfter?: number) => void;
  /** Ends a batch: a pause when the server failed during it. */
  readonly conclude: () => Date | null;
}

export function createBreaker(clock: Clock, transport: TransportName): Breaker {
  const state = { failures: 0, until: new Date(0), tripped: false, retryAfter: 0 };
  return {
    failures: () => state.failures,
    pausedUntil: () => (state.until > clock.now() ? state.until : null),
    tripped: () => state.tripped,
    trip: (retryAfter = 0) => void Object.assign(state, { tripped: true, retryAfter }),
    conclude: () => {
      if (!state.tripped) {
        state.failures = 0;
        return null;
      }
      state.tripped = false;
      state.failures++;
      state.until = later(clock.now(), pauseDelay(state.failures, state.retryAfter));
      log.warn({ transport, failures: state.failures, until: state.until }, "mail.server_unavailable");
      return state.until;
    },
  };
}
