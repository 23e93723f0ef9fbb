import type { Choice } from "./choices.data";
import type { Answers } from "./vocabulary";

/** Lists that come from the references, filled in by the page (ad-hoc lists are in choices.data.ts). */
export type ChoiceSource =
  | "countries"
  | "nationalities"
  | "regions"
  | "departments"
  | "structures"
  | "trainingTypes"
  | "specialties"
  | "subSpecialties";

export type FieldKind =
  | "text"
  | "area"
  | "radio"
  | "select"
  | "boxes"
  | "box"
  | "date"
  | "phone"
  | "postcode"
  | "city"
  | "siret"
  | "mail"
  | "year"
  | "links";

/**
 * One field of the wizard, as data (EI-31): the browser shows and hints by it, the server judges by it when the profile
 * is sent. Saving never judges: an answer is kept as it was typed.
 */
export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  readonly source?: ChoiceSource;
  /** Longest answer, in characters. */
  readonly max?: number;
  readonly autoComplete?: string;
  /** Asked for only then; an answer to a field that is not shown counts for nothing. */
  readonly shown?: (answers: Answers) => boolean;
  /** Must be answered, when it is shown. */
  readonly required?: boolean | ((answers: Answers) => boolean);
  /** Sealed in the database (TR-30). */
  readonly sealed?: true;
  /** Shown in part: the browser is sent this instead of the answer, which is read whole only on demand. */
  readonly masked?: (answer: string) => string;
  /** What its kind does not tell: the sentence for an answer that is wrong. */
  readonly check?: (typed: string, answers: Answers) => string | null;
  /** Read-only once the person has a registration number (EI-50). */
  readonly locked?: true;
  /** Read by the managers of the home structure alone; left out for others (AD-13). */
  readonly homeOnly?: true;
  /** Sentence used when it is missing. */
  readonly missing?: string;
}

export interface BlockSpec {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly shown?: (answers: Answers) => boolean;
  readonly fields: readonly FieldSpec[];
}
