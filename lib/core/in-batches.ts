/**
 * The lines of a list whose keys were read at once, so many at a time: whatever changes its place meanwhile neither cuts
 * the list short nor is met twice, and whatever goes is left out.
 */
export async function* inBatches<Key, Row>(
  keys: readonly Key[],
  read: (some: readonly Key[]) => PromiseLike<readonly Row[]>,
  size = 500,
): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < keys.length; start += size) yield await read(keys.slice(start, start + size));
}
