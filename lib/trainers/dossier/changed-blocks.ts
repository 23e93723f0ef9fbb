import { sameAnswers } from "../profile/merge";
import type { Answers } from "../profile/vocabulary";
import { type DossierBlockSpec, dossierSpecs, profileBlocks, sharedFields } from "./blocks.data";
import { blockAnswers, type BlockFiles, filesOf } from "./judge";
import type { SentBlock } from "./latest-versions";
import { needOf } from "./needs.data";
import { isStanding, standingBlock } from "./standing-block";
import { type DossierBlock, dossierBlocks } from "./vocabulary";

interface Form {
  /** What the form shows. */
  readonly answers: Answers;
  /** What the profile says, in force. */
  readonly inForce: Answers;
  readonly files: BlockFiles;
  readonly sent: ReadonlyMap<DossierBlock, SentBlock>;
  /** What waits or is in force. */
  readonly standing: ReadonlyMap<DossierBlock, SentBlock>;
  /** Open requests of managers. */
  readonly requested: ReadonlySet<DossierBlock>;
}

/** What was refused so long ago that it was erased counts as never sent: what is in force is the last word again (TR-31). */
const stillSaid = (last: SentBlock | undefined, inForce: SentBlock | undefined) =>
  last?.row.state === "refused" && last.row.forgottenAt !== null ? inForce : last;

/** What "Transmettre" would send: the blocks that say something else than what was last sent, or than the profile (EI-65). */
export const changedBlocks = (form: Form): readonly DossierBlock[] =>
  dossierBlocks.filter((block) => {
    if (needOf(block, form.answers) === "absent" && !form.requested.has(block)) return false;
    const spec = dossierSpecs[block];
    const now = blockAnswers(spec, form.answers);
    const files = filesOf(spec, form.answers, form.files);
    const last = stillSaid(form.sent.get(block), form.standing.get(block));
    if (last !== undefined) {
      // Scans that were verified and erased are not asked for again (EI-105).
      const sameFiles = (last.row.forgottenAt !== null && Object.keys(files).length === 0) || sameAnswers(files, last.files);
      // Emptied, what was sent stays as it was sent: there is nothing to send in its place.
      if (isEmptied(spec, now, files, sameFiles)) return false;
      // Asked for again since, it is sent again as it is; what was erased meanwhile waits for its new file.
      if (form.requested.has(block) && last.row.state !== "waiting") return !sameFiles || last.row.forgottenAt === null;
      // Put back as it is in force, or changed meanwhile by the profile alone: that was accepted already.
      if (last.row.state !== "waiting" && saysStanding(block, form)) return false;
      return !sameFiles || !sameAnswers(now, last.answers);
    }
    if (Object.keys(files).length > 0) return true;
    // The profile already answers these: what was asked is sent as it is. Others wait for their first word.
    if (profileBlocks.includes(block)) return form.requested.has(block) || !sameAnswers(now, blockAnswers(spec, form.inForce));
    return Object.keys(now).some((name) => !sharedFields.has(name));
  });

/** Its documents are taken off the form; or its own words are, and its documents are those that were sent. */
function isEmptied(spec: DossierBlockSpec, now: Answers, files: BlockFiles, sameFiles: boolean): boolean {
  const own = spec.fields.filter(({ name }) => !sharedFields.has(name));
  if (spec.slots.length === 0 || own.some(({ name }) => now[name] !== undefined)) return false;
  return Object.keys(files).length === 0 || (own.length > 0 && sameFiles);
}

function saysStanding(block: DossierBlock, form: Form): boolean {
  const standing = standingBlock(block, form.inForce, form.standing.get(block) ?? null);
  return standing !== null && isStanding(block, form, standing);
}
