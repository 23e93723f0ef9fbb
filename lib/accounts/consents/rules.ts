import { subMonths } from "date-fns";

/** Use is written down once a day at most: entering an application does not cost a write. */
export const isUsedLongAgo = (lastUsedAt: Date, now: Date): boolean => now.getTime() - lastUsedAt.getTime() > 86_400_000;

/** Consents last used before `warn` are told that they will end; before `end`, and told since `toldBefore`, they end (MC-13). */
export const unusedLimits = (asOf: Date, unusedMonths: number) => ({
  warn: subMonths(asOf, Math.max(0, unusedMonths - 1)),
  end: subMonths(asOf, unusedMonths),
  toldBefore: subMonths(asOf, 1),
});
