import { sameAnswers } from "../profile/merge";
import type { Answers } from "../profile/vocabulary";
import { dossierSpecs, profileBlocks, sharedFields } from "./blocks.data";
import { blockAnswers, type BlockFiles, filesOf } from "./judge";
import type { SentBlock } from "./latest-versions";
import type { DossierBlock } from "./vocabulary";

/** What counts of a block: the sending that waits, else what is in force. */
export interface StandingBlock {
  /** Null when the profile alone says it. */
  readonly sent: SentBlock | null;
  readonly waits: boolean;
  readonly answers: Answers;
  readonly files: BlockFiles;
}

/** Null for a block of which nothing was ever sent, or nothing that was accepted. */
export function standingBlock(block: DossierBlock, inForce: Answers, sent: SentBlock | null): StandingBlock | null {
  if (sent === null && !profileBlocks.includes(block)) return null;
  const waits = sent?.row.state === "waiting";
  const own = Object.entries(sent?.answers ?? {}).filter(([name]) => waits || !sharedFields.has(name));
  // What is in force of the fields of the profile is what the profile says, whatever changed it since.
  const ofProfile = Object.entries(waits ? {} : inForce).filter(([name]) => sharedFields.has(name));
  return {
    sent,
    waits,
    answers: blockAnswers(dossierSpecs[block], Object.fromEntries([...ofProfile, ...own])),
    // Scans that were verified and erased are not put back (EI-105).
    files: sent === null || sent.row.forgottenAt !== null ? {} : sent.files,
  };
}

interface Form {
  readonly answers: Answers;
  readonly files: BlockFiles;
}

/** Does the form say of a block what counts, and no more? */
export function isStanding(block: DossierBlock, form: Form, standing: StandingBlock): boolean {
  const spec = dossierSpecs[block];
  return (
    sameAnswers(blockAnswers(spec, form.answers), standing.answers) && sameAnswers(filesOf(spec, form.answers, form.files), standing.files)
  );
}

/** What the form would lose by saying it again: fields that were typed, places of files that were filled. */
export function typedOver(block: DossierBlock, form: Form, standing: StandingBlock) {
  const spec = dossierSpecs[block];
  const now = blockAnswers(spec, form.answers);
  return {
    fields: spec.fields.filter(
      ({ name }) => now[name] !== undefined && !sameAnswers({ name: now[name] }, { name: standing.answers[name] ?? "" }),
    ),
    slots: spec.slots.map(({ slot }) => slot).filter((slot) => form.files[slot] !== undefined && form.files[slot] !== standing.files[slot]),
  };
}
