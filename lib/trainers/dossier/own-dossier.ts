import type { Answers } from "../profile/vocabulary";
import type { Need } from "./needs.data";
import type { DossierBlock, DossierSlot, PieceState, VersionState } from "./vocabulary";

/** A file in its place of the form. */
export interface OwnPiece {
  readonly id: string;
  readonly name: string;
  /** "27/08/24" */
  readonly addedOn: string;
}

/** One block as its owner sees it. */
export interface OwnBlock {
  /** As the answers of the form have it; the page counts again when the status changes. */
  readonly need: Need;
  /** A manager has formally asked for it (EI-64). */
  readonly request: { readonly message: string; readonly structure: string; readonly askedOn: string } | null;
  readonly state: PieceState;
  /** Something was ever sent. */
  readonly sent: boolean;
  /** Last whole day of the version in force; null without end, or without one. */
  readonly endsOn: string | null;
  /** Why the last sending was refused, while it is the last. */
  readonly refusedBecause: string | null;
  /** The scans were erased once verified (EI-105): nothing to send again. */
  readonly scansErased: string | null;
  /** Would be sent by "Transmettre" now. */
  readonly changed: boolean;
  /** How long it is kept, by the settings in force. */
  readonly kept: string;
  /** What counts meanwhile, that the form can say again (EI-68); null when nothing does. */
  readonly standing: OwnStanding | null;
  /** What does not fit with the rest; never a refusal. */
  readonly hints: readonly string[];
}

export interface OwnStanding {
  /** Sent, and not judged yet; else in force. */
  readonly waits: boolean;
  /** The form says that, and no more. */
  readonly shown: boolean;
  /** Fields and files that the form would lose. */
  readonly lost: readonly string[];
}

/** One line of the history under the form (EI-65). */
export interface HistoryLine {
  readonly id: string;
  readonly block: DossierBlock;
  readonly sentAt: Date;
  readonly state: VersionState;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  /** The first of two agreements to a change of bank details (EI-106). */
  readonly approvedAt: Date | null;
}

export interface OwnToDo {
  readonly block: DossierBlock;
  /** A field, the place of a file, or null for a block that is not begun. */
  readonly target: string | null;
  readonly label: string;
  readonly message: string;
}

export interface OwnDossier {
  /** Masked where sensitive: the whole number never leaves the server. */
  readonly answers: Answers;
  readonly files: Readonly<Partial<Record<DossierSlot, OwnPiece>>>;
  readonly blocks: Readonly<Record<DossierBlock, OwnBlock>>;
  readonly history: readonly HistoryLine[];
  /** What keeps the file from being sent, or from being complete. */
  readonly toDo: readonly OwnToDo[];
  /** "Ma situation n’a pas changé" may be said of the position order (EI-68). */
  readonly mayRenewOrder: boolean;
  /** Last day on which everything that is asked is validated; null: incomplete. */
  readonly completeUntil: string | null;
  readonly isComplete: boolean;
  /** Blocks of the last "Transmettre". */
  readonly lastSent: { readonly at: Date; readonly blocks: readonly DossierBlock[] } | null;
  /** The kept IBAN is of the SEPA zone; null when there is none, or a wrong one. */
  readonly sepa: boolean | null;
}
