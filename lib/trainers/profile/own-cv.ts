import type { Answers, LineKind, ProfileState } from "./vocabulary";

export interface OwnLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly answers: Answers;
  readonly file: { readonly id: string; readonly name: string } | null;
}

export interface OwnCv {
  /** Null before the first answer is saved. */
  readonly profileId: string | null;
  readonly state: ProfileState;
  readonly answers: Answers;
  readonly lines: readonly OwnLine[];
  readonly cvFile: { readonly id: string; readonly name: string } | null;
  readonly immatriculation: string | null;
  /** Number of the ad that one came from: its structure is the home structure. */
  readonly originAd: string | null;
  readonly mayRequestFrom: Date | null;
  /** The last request: under way, or the one that was decided. */
  readonly request: { readonly state: string; readonly reason: string | null; readonly submittedAt: Date } | null;
  /** What a manager asks to mend, by block or table; empty when nothing is asked (EI-41). */
  readonly remarks: Readonly<Record<string, string>>;
  /** The earliest day the request may be archived without an answer; null when nothing is asked. */
  readonly archivedFrom: Date | null;
}
