import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as french } from "@zxcvbn-ts/language-fr";

/** From "guessed at once" to "out of reach". */
export type Strength = 0 | 1 | 2 | 3 | 4;

const meter = new ZxcvbnFactory({
  dictionary: { ...common, ...french },
  graphs: { azerty: adjacencyGraphs.azerty, qwerty: adjacencyGraphs.qwerty },
});
/** Beyond this length the answer no longer changes, and the time it takes does. */
const read = 40;

/** How hard a password is to guess by somebody who knows French words, names, keyboards and these words. */
export const measure = (password: string, words: readonly string[]): Strength =>
  meter.check(password.slice(0, read), [...words, "cnfpt", "formation"]).score;
