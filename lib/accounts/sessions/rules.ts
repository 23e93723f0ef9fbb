import type { Settings } from "@/lib/settings/settings.data";

/** When a session ends if nothing more is asked: 8 hours, or 30 days with "Rester connecté" (MC-12; both settings). */
export function sessionEnd(seenAt: Date, remember: boolean, settings: Settings): Date {
  const hours = remember ? settings["session.rememberDays"] * 24 : settings["session.idleHours"];
  return new Date(seenAt.getTime() + hours * 3_600_000);
}

/** Use is written down once a minute at most: a page does not cost a write. */
export const isSeenLongAgo = (lastSeenAt: Date, now: Date) => now.getTime() - lastSeenAt.getTime() > 60_000;

/** Sensitive acts ask for the password again after this time (OWASP: re-authentication). */
const provedFor = 15 * 60_000;
export const isFreshlyProved = (provedAt: Date, now: Date) => now.getTime() - provedAt.getTime() <= provedFor;

const browsers = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["Firefox", "Firefox"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;
const systems = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS", "Mac"],
  ["Linux", "Linux"],
] as const;

/** "Firefox sur Windows": enough to recognise a device, nothing that identifies it. */
export function describeDevice(userAgent: string): string {
  const find = (list: readonly (readonly [string, string])[]) => list.find(([mark]) => userAgent.includes(mark))?.[1];
  return `${find(browsers) ?? "Navigateur"} sur ${find(systems) ?? "appareil inconnu"}`;
}

/** When a session ends, and what time it is, both by the server's clock: the browser's may be wrong. */
export interface SessionLife {
  readonly now: string;
  readonly expiresAt: string;
}

/** Sent when only asking: the answer must not put the end off (lib/entry/current-ctx.ts). */
export const lookOnlyHeader = "x-session-look-only";

const warnedBefore = 5 * 60_000;
/** Timers hold 31 bits: longer waits are cut into pieces. */
const longestTimer = 2_000_000_000;

export type SessionStage = "quiet" | "warning" | "ended";

/** Milliseconds left of a life just read. */
export const timeLeft = ({ now, expiresAt }: SessionLife): number => Date.parse(expiresAt) - Date.parse(now);

/** What to show when `left` milliseconds are left; null when the server knows no session. */
export function stageOf(left: number | null): SessionStage {
  if (left === null || left <= 0) return "ended";
  return left <= warnedBefore ? "warning" : "quiet";
}

/** How long to sleep before looking again: until the warning, then until the end. Null once it is over. */
export function sleepFor(stage: SessionStage, left: number): number | null {
  if (stage === "ended") return null;
  const wait = stage === "quiet" ? left - warnedBefore : left;
  return Math.min(longestTimer, Math.max(0, wait));
}
