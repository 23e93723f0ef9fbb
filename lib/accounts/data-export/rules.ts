/** A copy holds a whole life of the account: one a day is enough for its owner, and slows a thief down. */
const betweenDownloads = 24 * 3_600_000;

/** Seconds until the next download; zero when it may be now. */
export const waitBeforeDownload = (last: Date | null, now: Date): number =>
  last === null ? 0 : Math.max(0, Math.ceil((last.getTime() + betweenDownloads - now.getTime()) / 1000));
