import { CronExpressionParser } from "cron-parser";

const zone = "Europe/Paris";
const hour = 3_600_000;
const day = 24 * hour;

/**
 * The hours of a schedule after `from`, for ever. Always counted from a noon: started inside the night when clocks
 * change, the parser would give an hour twice, or leave one out.
 */
function* hoursAfter(cron: string, from: Date): Generator<Date> {
  const noonBefore = new Date(Math.floor(from.getTime() / day) * day - day / 2);
  const expression = CronExpressionParser.parse(cron, { tz: zone, currentDate: noonBefore });
  for (;;) {
    const slot = expression.next().toDate();
    if (slot > from) yield slot;
  }
}

/** The next hour of a schedule ("15 3 * * *", Paris time) after `now`. */
export function nextSlot(cron: string, now: Date): Date {
  for (const slot of hoursAfter(cron, now)) return slot;
  throw new Error(`no hour matches ${cron}`);
}

/** The last hour of a schedule at or before `now`. */
export function lastSlot(cron: string, now: Date): Date {
  // Two steps back is surely early enough, even where the parser leaves an hour out.
  const expression = CronExpressionParser.parse(cron, { tz: zone, currentDate: new Date(now.getTime() + 1) });
  expression.prev();
  let last = expression.prev().toDate();
  for (const slot of hoursAfter(cron, new Date(last.getTime() - 1))) {
    if (slot > now) return last;
    last = slot;
  }
  return last;
}

/**
 * The hours that came due after `done`, the last one already treated, oldest first (TR-03).
 * "latest": only the most recent, whatever was missed; "each": all of them. Never treated before: the most recent.
 */
export function dueSlots(cron: string, done: Date | null, now: Date, catchUp: "latest" | "each"): readonly Date[] {
  const last = lastSlot(cron, now);
  if (done !== null && last <= done) return [];
  if (done === null || catchUp === "latest") return [last];
  const due: Date[] = [];
  for (const slot of hoursAfter(cron, done)) {
    if (slot > now) break;
    due.push(slot);
  }
  return due;
}
