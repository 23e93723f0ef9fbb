import { sameAnswers } from "../profile/merge";
import type { Answers } from "../profile/vocabulary";
import { type DossierBlockSpec, dossierSpecs, profileBlocks, sharedFields, slotsOf } from "./blocks.data";
import { blockAnswers, type BlockFiles } from "./judge";
import type { SentBlock } from "./latest-versions";
import { needOf } from "./needs.data";
import { type DossierBlock, dossierBlocks } from "./vocabulary";

interface Form {
  /** What the form shows. */
  readonly answers: Answers;
  /** What the profile says, in force. */
  readonly inForce: Answers;
  readonly files: BlockFiles;
  readonly sent: ReadonlyMap<DossierBlock, SentBlock>;
  /** Open requests of managers. */
  readonly requested: ReadonlySet<DossierBlock>;
}

/** Files of the places that a block now has. */
export const filesOf = (spec: DossierBlockSpec, answers: Answers, files: BlockFiles): BlockFiles =>
  Object.fromEntries(
    slotsOf(spec, answers).flatMap(({ slot }) => {
      const fileId = files[slot];
      return fileId === undefined ? [] : [[slot, fileId]];
    }),
  );

/** What was refused so long ago that it was erased counts as never sent (TR-31). */
const stillSaid = (last: SentBlock | undefined) => (last?.row.state === "refused" && last.row.forgottenAt !== null ? undefined : last);

/** What "Transmettre" would send: the blocks that say something else than what was last sent, or than the profile (EI-65). */
export const changedBlocks = (form: Form): readonly DossierBlock[] =>
  dossierBlocks.filter((block) => {
    if (needOf(block, form.answers) === "absent" && !form.requested.has(block)) return false;
    const spec = dossierSpecs[block];
    const now = blockAnswers(spec, form.answers);
    const files = filesOf(spec, form.answers, form.files);
    const last = stillSaid(form.sent.get(block));
    if (last !== undefined) {
      // Scans that were verified and erased are not asked for again (EI-105).
      const sameFiles = last.row.forgottenAt !== null && Object.keys(files).length === 0 ? true : sameAnswers(files, last.files);
      // Taken off the form, what was sent stays as it was sent: there is nothing to send in its place.
      if (Object.keys(files).length === 0 && Object.keys(now).every((name) => sharedFields.has(name)) && spec.slots.length > 0)
        return false;
      // Asked for again since, it is sent again as it is; what was erased meanwhile waits for its new file.
      if (form.requested.has(block) && last.row.state !== "waiting") return !sameFiles || last.row.forgottenAt === null;
      return !sameFiles || !sameAnswers(now, last.answers);
    }
    if (Object.keys(files).length > 0) return true;
    // The profile already answers these: what was asked is sent as it is. Others wait for their first word.
    if (profileBlocks.includes(block)) return form.requested.has(block) || !sameAnswers(now, blockAnswers(spec, form.inForce));
    return Object.keys(now).some((name) => !sharedFields.has(name));
  });
