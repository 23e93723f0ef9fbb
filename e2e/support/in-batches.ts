/** Does the work for every item, a few at a time: the site answers one while the next is being asked. Results in order. */
export async function inBatches<Item, Result>(items: readonly Item[], work: (item: Item, index: number) => Promise<Result>, size = 8) {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += size)
    results.push(...(await Promise.all(items.slice(start, start + size).map((item, index) => work(item, start + index)))));
  return results;
}
