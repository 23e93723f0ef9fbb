/** A text to accept, as data: sections of paragraphs, and lists of short commitments. */
export interface TermsText {
  /** The day it came into force, "2026-11-01". */
  readonly inForceOn: string;
  readonly sections: readonly {
    readonly title: string;
    readonly paragraphs?: readonly string[];
    readonly items?: readonly string[];
  }[];
}
