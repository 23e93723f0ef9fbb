import { awayDuring, type MatchedAd, periodOf, type Stay } from "./match-rules";
import { mostAtOnce } from "./schemas";
import type { ApplicationState } from "./vocabulary";

export interface Invited {
  readonly away: readonly Stay[];
  /** They have been invited to this ad before. */
  readonly invited: boolean;
  /** Of their living application to this ad. */
  readonly application: ApplicationState | null;
}

/** Why somebody is not invited to an ad (EI-96); null: they are. */
export function whySkipped(ad: Pick<MatchedAd, "startsOn" | "endsOn">, { away, invited, application }: Invited): string | null {
  if (application !== null) return "a déjà répondu à cette annonce";
  if (invited) return "a déjà reçu une invitation pour cette annonce";
  const period = periodOf(ad);
  if (period !== null && awayDuring(period, away) === "whole") return "indisponible sur toute la période de l’annonce";
  return null;
}

export interface InvitationBatch {
  readonly ids: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** A long selection in parts that one invitation holds, and that the address of a page can carry. */
export const invitationBatches = (ids: readonly string[]): InvitationBatch[] =>
  Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, index) => {
    const part = ids.slice(index * mostAtOnce, (index + 1) * mostAtOnce);
    return { ids: part, from: index * mostAtOnce + 1, to: index * mostAtOnce + part.length };
  });
