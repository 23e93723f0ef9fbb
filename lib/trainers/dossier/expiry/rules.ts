import { addDays, differenceInCalendarDays, format, parseISO } from "date-fns";
import { longDay } from "@/lib/core/format";
import { monthsAfter } from "../validity-rules";
import type { DossierBlock } from "../vocabulary";
import { type DatedBlock, datedBlocks } from "./vocabulary";

export interface NoticeMonths {
  readonly first: number;
  readonly second: number;
}

/** Steps before the end of a piece, in months, the earliest first; 0: it is over, the day after its last whole day (EI-66). */
export const stepsOf = ({ first, second }: NoticeMonths): readonly number[] =>
  [...new Set([first, second, 0])].toSorted((one, other) => other - one);

const dayAfter = (day: string, days: number) => format(addDays(parseISO(day), days), "yyyy-MM-dd");

/** The day from which a step is told. */
export const stepDueOn = (endsOn: string, step: number): string => (step === 0 ? dayAfter(endsOn, 1) : monthsAfter(endsOn, -step));

/** The last step whose day has come; null while the end is far. */
export const dueStep = (endsOn: string, today: string, steps: readonly number[]): number | null =>
  steps.findLast((step) => stepDueOn(endsOn, step) <= today) ?? null;

/** The latest end for which a step is due: 28, 29, 30 and 31 March have the same month before. */
export function latestEndDue(today: string, step: number): string {
  let end = step === 0 ? dayAfter(today, -1) : monthsAfter(today, step);
  while (stepDueOn(dayAfter(end, 1), step) <= today) end = dayAfter(end, 1);
  return end;
}

/** Pieces that ended longer ago are history: a trainer so long without news is no longer told of them. */
export const earliestEndTold = (today: string): string => monthsAfter(today, -13);

/** Why a step was passed over for the next one; kept with it. */
export const passedReasons = {
  decided: "La pièce a été validée après la date de cette étape : l’étape suivante est annoncée.",
  extended: "La validité a été prolongée après la date de cette étape : l’étape suivante est annoncée.",
  replaced: "Un remplacement attendait d’être vérifié à la date de cette étape : l’étape suivante est annoncée.",
  stopped: "Les envois étaient arrêtés à la date de cette étape : l’étape suivante est annoncée.",
} as const;

/** A piece as a sentence names it. */
const shortNames: Readonly<Record<DatedBlock, string>> = {
  order: "arrêté",
  contract: "contrat",
  honour: "attestation",
  identity: "titre de séjour",
};
const elided = new Set<DatedBlock>(["order", "honour"]);
const isDated = (block: DossierBlock): block is DatedBlock => (datedBlocks as readonly DossierBlock[]).includes(block);

export interface PlannedPiece {
  readonly block: DossierBlock;
  /** Its last whole day. */
  readonly endsOn: string;
  readonly session: { readonly startsOn: string; readonly endsOn: string };
}

/** "14 mars", with its year when it is not this one's. */
function dayIn(day: string, today: string): string {
  const written = longDay(day);
  return day.slice(0, 4) === today.slice(0, 4) ? written.slice(0, -5) : written;
}

/**
 * Why a piece does not reach the end of a planned intervention (EI-106); null when it does. Told to the trainer ("own")
 * or to staff ("theirs").
 */
export function interventionWarning(piece: PlannedPiece, today: string, whose: "own" | "theirs" = "own"): string | null {
  const { block, endsOn, session } = piece;
  if (!isDated(block) || endsOn >= session.endsOn || session.endsOn < today) return null;
  const article = elided.has(block) ? "L’" : "Le ";
  const subject = `${whose === "own" ? "Votre " : article}${shortNames[block]}`;
  const days = differenceInCalendarDays(parseISO(session.startsOn), parseISO(endsOn));
  const its = whose === "own" ? "votre" : "sa";
  const on = `${its} session du ${dayIn(session.startsOn, today)}`;
  if (endsOn < today && days > 0) return `${subject} n’est plus à jour depuis le ${dayIn(dayAfter(endsOn, 1), today)}, avant ${on}`;
  if (days > 1) return `${subject} finit ${days} jours avant ${on}`;
  if (days === 1) return `${subject} finit la veille de ${on}`;
  return `${subject} finit le ${dayIn(endsOn, today)}, pendant ${its} session du ${dayIn(session.startsOn, today)} au ${dayIn(session.endsOn, today)}`;
}
