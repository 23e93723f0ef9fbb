import { fold } from "@/lib/core/text";

/** The words of a text as they are compared: without accents, capitals nor punctuation; short ones have no slip to forgive. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4);

/** One slip in a short word, two in a longer one. */
const mostSlips = (word: string) => (word.length < 6 ? 1 : 2);

/**
 * How many letters were missed, added, changed or swapped with their neighbour from one word to the other; as soon as it
 * is more than `most`, just more than `most`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (last[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      const swapped =
        one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1] ? (before[column - 2] ?? most) + 1 : most + 1;
      line.push(Math.min(changed, swapped, (last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    // The next row may still swap with the one before this one.
    if (Math.min(...line, ...last) > most) return most + 1;
    [before, last] = [last, line];
  }
  return Math.min(last[other.length] ?? most + 1, most + 1);
}

/** The known word that is the nearest to what was typed, the more frequent of two; null when none is near enough. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  let [best, fewest] = [null as string | null, mostSlips(typed) + 1];
  for (const word of known) {
    const slips = slipsBetween(typed, word, fewest - 1);
    if (slips < fewest) [best, fewest] = [word, slips];
  }
  return best;
}

/** What was typed with its unknown words replaced by the nearest known ones; null when there is nothing to replace. */
export function corrected(query: string, isHeld: (word: string) => boolean, known: readonly string[]): string | null {
  let isChanged = false;
  const words = fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => {
      if (word.length < 4 || isHeld(word)) return word;
      const nearest = nearestWord(word, known);
      isChanged ||= nearest !== null;
      return nearest ?? word;
    });
  return isChanged ? words.join(" ") : null;
}
