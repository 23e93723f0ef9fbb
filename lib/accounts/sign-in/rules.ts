/** MC-11: failures that are free, by account and by network address, in the window. */
export const freeFailures = { account: 5, network: 20 } as const;
export const throttleWindow = 15 * 60_000;
const longestWait = 15 * 60_000;

export interface Throttle {
  readonly failures: number;
  /** The last try. */
  readonly windowStartedAt: Date;
  readonly blockedUntil: Date | null;
}

/** Seconds still to wait; zero when a try is allowed now. */
export const waitBeforeTry = (throttle: Throttle | null, now: Date): number =>
  Math.max(0, Math.ceil(((throttle?.blockedUntil?.getTime() ?? 0) - now.getTime()) / 1000));

/** The throttle after one more try, taken for a failure until the password proves right: 1, 2, 4… minutes, 15 at most. */
export function afterTry(throttle: Throttle | null, free: number, now: Date): Throttle {
  const quietSince = Math.max(throttle?.windowStartedAt.getTime() ?? 0, throttle?.blockedUntil?.getTime() ?? 0);
  const failures = throttle === null || now.getTime() - quietSince > throttleWindow ? 1 : throttle.failures + 1;
  const wait = failures < free ? 0 : Math.min(longestWait, 60_000 * 2 ** Math.min(failures - free, 10));
  return { failures, windowStartedAt: now, blockedUntil: wait === 0 ? null : new Date(now.getTime() + wait) };
}
