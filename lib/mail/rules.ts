const minute = 60;
const hour = 3600;

/** Seconds between attempts; the last one repeats. */
const delays = [minute, 5 * minute, 15 * minute, hour, 4 * hour] as const;
/** With these delays, the last attempt comes about three days after the first. */
export const maxAttempts = 22;
/** A mail that nobody could take for so long is a failure that a person looks at, not one more attempt. */
export const giveUpAfter = 72 * hour;
/** A server that asks for more is asked again after this. */
const longestWait = 6 * hour;

/** Seconds before the next attempt of a mail tried `attempts` times; null: enough. */
export function retryDelay(attempts: number, retryAfter = 0): number | null {
  if (attempts >= maxAttempts) return null;
  const planned = delays[Math.min(Math.max(attempts, 1), delays.length) - 1] ?? 4 * hour;
  return Math.max(planned, Math.min(retryAfter, longestWait));
}

/** Seconds without any attempt when a server takes nobody's mail: 5, 10, 20, 40, then a minute. */
export const pauseDelay = (failures: number, retryAfter = 0) =>
  Math.max(Math.min(60, 5 * 2 ** Math.min(Math.max(failures, 1) - 1, 6)), Math.min(retryAfter, hour));

export const later = (instant: Date, seconds: number) => new Date(instant.getTime() + seconds * 1000);

/** May a mail that was perhaps taken at `doubtSince` be handed over again? */
export const mayRepeat = (doubtSince: Date, now: Date, repeatableFor: number) =>
  now.getTime() - doubtSince.getTime() < repeatableFor * 1000;
