import { addDays, addMonths, addYears, format, parseISO } from "date-fns";
import type { Answers } from "../profile/vocabulary";
import { textOf } from "../profile/rules";
import { dayTyped } from "./blocks.data";
import type { DossierBlock } from "./vocabulary";

/** Days of the calendar, "2026-11-21": no instants, so no time zone. */
const written = (day: Date) => format(day, "yyyy-MM-dd");
/** The same day some months away; the last of a shorter month. */
export const monthsAfter = (day: string, months: number): string => written(addMonths(parseISO(day), months));

export const daysAfter = (day: string, days: number): string => written(addDays(parseISO(day), days));
export const nextDay = (day: string): string => daysAfter(day, 1);

/** The anniversary of a day in a year: 28 February for a 29th. */
const anniversaryIn = (first: string, year: number): string => written(addYears(parseISO(first), year - Number(first.slice(0, 4))));

/** The first anniversary of a day that comes after another one. */
export function anniversaryAfter(first: string, after: string): string {
  const year = Number(after.slice(0, 4));
  const thisYear = anniversaryIn(first, year);
  return thisYear > after ? thisYear : anniversaryIn(first, year + 1);
}

export interface Validity {
  /** Day of the sending, in Paris. */
  readonly sentOn: string;
  readonly honourMonths: number;
  /** Months before its end at which a piece is first said to end: sent again from then on, it counts from that end. */
  readonly firstNotice: number;
  /** Day on which a piece of this block was first sent. */
  readonly firstSentOn: string;
  /** End of the piece in force. */
  readonly currentEnd: string | null;
}

/**
 * Last whole day on which a piece is valid; null without end (EI-66). A position order runs from anniversary to
 * anniversary of its first deposit: renewed in time, it gains a whole year.
 */
export function endsOnOf(block: DossierBlock, answers: Answers, validity: Validity): string | null {
  switch (block) {
    case "contract":
      return dayTyped(answers, "contractUntil");
    case "identity":
      return textOf(answers, "identityKind") === "residence_permit" ? dayTyped(answers, "identityUntil") : null;
    case "honour": {
      const signed = dayTyped(answers, "honourDate");
      return signed === null ? null : monthsAfter(signed, validity.honourMonths);
    }
    case "order": {
      const { currentEnd, sentOn, firstSentOn, firstNotice } = validity;
      const renewsInTime = currentEnd !== null && sentOn <= currentEnd && sentOn >= monthsAfter(currentEnd, -firstNotice);
      return anniversaryAfter(firstSentOn, renewsInTime ? currentEnd : sentOn);
    }
    default:
      return null;
  }
}
