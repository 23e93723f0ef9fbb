import { TZDate } from "@date-fns/tz";
import type { NewsState } from "./vocabulary";

interface Moments {
  readonly publishAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** A news item appears by itself at its instant: nothing has to run for it (AD-07). */
export function newsState({ publishAt, withdrawnAt }: Moments, now: Date): NewsState {
  if (withdrawnAt !== null) return "withdrawn";
  if (publishAt === null) return "draft";
  return publishAt > now ? "scheduled" : "published";
}

/** The instant of a day and an hour in Paris: "2026-12-01", "08:30". */
export function parisInstant(day: string, time: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(new TZDate(year, month - 1, date, hours, minutes, "Europe/Paris").getTime());
}
