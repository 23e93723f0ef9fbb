import { addMonths, addWeeks, addYears, subMonths, subWeeks } from "date-fns";

/** Months without an answer to a demand for more, after which a request is archived (EI-41). */
const silentMonths = 2;
/** Nobody is archived who was not warned so long before. */
const warningWeeks = 2;

/** A new request is possible one year after the first analysis (EI-40). */
export const mayRequestFrom = (firstAnalysedAt: Date): Date => addYears(firstAnalysedAt, 1);

interface Deciding {
  readonly now: Date;
  readonly actor: { readonly kind: string; readonly accountId?: string };
}
/** What every decision writes of the request. */
export const decidedNow = ({ now, actor }: Deciding, { firstAnalysedAt }: { readonly firstAnalysedAt: Date | null }) => ({
  decidedAt: now,
  decidedBy: actor.accountId ?? null,
  firstAnalysedAt: firstAnalysedAt ?? now,
});

/**
 * The instants that the job of silent requests compares with: demands for more whose mail left before `remind` are
 * reminded; archived when it left before `silent` and the reminder itself left before `warned`.
 */
export const silentLimits = (asOf: Date) => ({
  remind: subMonths(addWeeks(asOf, warningWeeks), silentMonths),
  silent: subMonths(asOf, silentMonths),
  warned: subWeeks(asOf, warningWeeks),
});

/** The day that the reminder announces, and before it the earliest one: never sooner than two weeks after the reminder. */
export const archivedOn = (correctionMailedAt: Date, remindedAt: Date): Date =>
  new Date(Math.max(addMonths(correctionMailedAt, silentMonths).getTime(), addWeeks(remindedAt, warningWeeks).getTime()));

/** A request given to a colleague stays theirs a day, until they open it. */
export const handedUntil = (now: Date): Date => new Date(now.getTime() + 24 * 3_600_000);

/** How long somebody is shown to be on a request after their last sign (EI-43). */
const reservationMinutes = 5;
export const reservedUntil = (now: Date): Date => new Date(now.getTime() + reservationMinutes * 60_000);
