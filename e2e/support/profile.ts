/** `npm test` takes a part of the longest proofs, always the same one; `npm run test:long` takes the whole. */
export const isLong = process.env["LONG"] === "1";

/** Of what is tried on each of many things: all of it, or a share that turns with the number of the thing. */
export const shareOf = <Item>(items: readonly Item[], share: number, number: number): readonly Item[] =>
  isLong ? items : items.filter((_, index) => index % share === number % share);
