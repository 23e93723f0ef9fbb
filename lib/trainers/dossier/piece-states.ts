import type { Need } from "./needs.data";
import { daysAfter, monthsAfter } from "./validity-rules";
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

/** A day after all others: "for ever". */
export const noEnd = "9999-12-31";

interface Piece {
  /** Counts for the whole: asked by the status, or by a manager. */
  readonly asked: boolean;
  readonly validated: { readonly endsOn: string | null } | null;
  /** Day in Paris since which a replacement waits, unchecked. */
  readonly waitingSince: string | null;
}

/**
 * Last day on which a file is whole; null when it is not (EI-67). What was sent in time counts until it is judged, so that
 * a reviewer's delay makes nobody's file incomplete; but no longer than `coversDays` after the end, whatever is sent.
 */
export function completeUntil(pieces: readonly Piece[], coversDays: number): string | null {
  let until = noEnd;
  for (const { asked, validated, waitingSince } of pieces) {
    if (!asked) continue;
    if (validated === null) return null;
    const { endsOn } = validated;
    if (endsOn === null) continue;
    const end = waitingSince !== null && waitingSince <= endsOn ? coveredUntil(endsOn, coversDays) : endsOn;
    if (end < until) until = end;
  }
  return until;
}

const coveredUntil = (endsOn: string, days: number): string => {
  const covered = daysAfter(endsOn, days);
  return covered.length > noEnd.length ? noEnd : covered;
};
