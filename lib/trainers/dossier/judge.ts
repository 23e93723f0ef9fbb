import { type Judging, problemsOf } from "../profile/checks";
import { isShown } from "../profile/rules";
import type { Answers } from "../profile/vocabulary";
import { compactBic, compactIban } from "./bank-rules";
import { type DossierBlockSpec, slotsOf } from "./blocks.data";
import { wholeNir } from "./nir-rules";
import type { DossierSlot } from "./vocabulary";

export type BlockFiles = Readonly<Partial<Record<DossierSlot, string>>>;

/** What is missing or wrong, and where: a field, or the place of a file. */
export interface PieceToDo {
  readonly target: string;
  readonly label: string;
  readonly message: string;
}

/** All that keeps a block from being sent; the same in the browser and on the server (EI-65). */
export function blockToDo(spec: DossierBlockSpec, answers: Answers, files: BlockFiles, judging: Judging): readonly PieceToDo[] {
  return [
    ...problemsOf(spec.fields, answers, judging).map(({ field, label, message }) => ({ target: field, label, message })),
    ...slotsOf(spec, answers)
      .filter(({ slot }) => files[slot] === undefined)
      .map(({ slot, label }) => ({ target: slot, label, message: "Joignez ce document." })),
  ];
}

const normal: Readonly<Record<string, (typed: string) => string>> = { nir: wholeNir, iban: compactIban, bic: compactBic };

/** What a block says when it is sent: what is shown, written in one way. */
export function blockAnswers(spec: DossierBlockSpec, answers: Answers): Answers {
  return Object.fromEntries(
    spec.fields.flatMap((field) => {
      const answer = answers[field.name] ?? "";
      if (!isShown(field, answers) || answer === "" || answer.length === 0) return [];
      return [[field.name, typeof answer === "string" ? (normal[field.name]?.(answer) ?? answer.trim()) : answer]];
    }),
  );
}

/** Files of the places that a block now has. */
export const filesOf = (spec: DossierBlockSpec, answers: Answers, files: BlockFiles): BlockFiles =>
  Object.fromEntries(
    slotsOf(spec, answers).flatMap(({ slot }) => {
      const fileId = files[slot];
      return fileId === undefined ? [] : [[slot, fileId]];
    }),
  );
