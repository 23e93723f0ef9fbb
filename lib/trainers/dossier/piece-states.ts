import type { Need } from "./needs.data";
import { monthsAfter } from "./validity-rules";
import type { PieceState, VersionState } from "./vocabulary";

interface Standing {
  readonly need: Need;
  /** A manager has asked for it, whatever the status asks for. */
  readonly requested: boolean;
  /** The version in force: its last whole day, null without end. */
  readonly validated: { readonly endsOn: string | null } | null;
  /** The last one sent: waiting, or judged. */
  readonly latest: VersionState | null;
  /** Today in Paris. */
  readonly today: string;
  readonly firstNotice: number;
}

/** Where a piece stands (EI-67). A replacement that waits silences what is said of the end of the one before. */
export function pieceStateOf({ need, requested, validated, latest, today, firstNotice }: Standing): PieceState {
  if (latest === "waiting") return "waiting";
  if (validated === null) {
    if (latest === "refused") return "refused";
    return need === "absent" && !requested ? "not_concerned" : "missing";
  }
  const { endsOn } = validated;
  if (endsOn !== null && endsOn < today) return "expired";
  if (latest === "refused") return "refused";
  return endsOn !== null && monthsAfter(endsOn, -firstNotice) <= today ? "expiring" : "valid";
}

interface Sending {
  readonly number: number;
  readonly state: VersionState;
  /** In Paris. */
  readonly sentOn: string;
}

/**
 * The day since which a block waits for a manager: of the first of the sendings that took each other's place before any
 * was checked. A sharper scan begins no new delay.
 */
export function waitingSince(sendings: readonly Sending[]): string | null {
  const lastFirst = sendings.toSorted((one, other) => other.number - one.number);
  const waiting = lastFirst.findIndex(({ state }) => state === "waiting");
  if (waiting === -1) return null;
  const judged = lastFirst.findIndex(({ state }, index) => index > waiting && state !== "withdrawn");
  return lastFirst.at(judged === -1 ? -1 : judged - 1)?.sentOn ?? null;
}

/** A day after all others: "for ever". */
export const noEnd = "9999-12-31";

interface Piece {
  /** Counts for the whole: asked by the status, or by a manager. */
  readonly asked: boolean;
  readonly validated: { readonly endsOn: string | null } | null;
  /** Day since which a replacement waits. */
  readonly waitingSince: string | null;
}

/**
 * Last day on which a file is whole; null when it is not (EI-67). What was sent in time counts until it is judged: a
 * reviewer's delay makes nobody's file incomplete.
 */
export function completeUntil(pieces: readonly Piece[]): string | null {
  let until = noEnd;
  for (const { asked, validated, waitingSince } of pieces) {
    if (!asked) continue;
    if (validated === null) return null;
    const end = validated.endsOn ?? noEnd;
    if (waitingSince !== null && waitingSince <= end) continue;
    if (end < until) until = end;
  }
  return until;
}
