import type { LinkState } from "./vocabulary";

/** Minutes to wait before each new sending of the same link: at once, then 1, 5, 15 (MC-07). */
const resendWaits = [0, 1, 5, 15] as const;

/** When a link sent `resends` times more may be sent again. */
export function resendFrom(sentAt: Date, resends: number): Date {
  const minutes = resendWaits[Math.min(resends, resendWaits.length - 1)] ?? 15;
  return new Date(sentAt.getTime() + minutes * 60_000);
}

export interface LinkDates {
  readonly usedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly expiresAt: Date;
}

/** Used wins over expired: somebody whose account is active must not read that it is too late. */
export function linkState(link: LinkDates | null, now: Date): LinkState {
  if (link === null) return "unknown";
  if (link.usedAt !== null) return "used";
  if (link.voidedAt !== null) return "voided";
  return link.expiresAt.getTime() <= now.getTime() ? "expired" : "live";
}

export const mostCodeTries = 5;
