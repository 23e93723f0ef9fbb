/** The value below which the share `part` (0 to 1) of the values lie; NaN without values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** The middle value; between two of them, their mean. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Median of the ratios taken round by round, which what slows the machine down for a while does not move. */
export const medianRatio = (values: readonly number[], references: readonly number[]): number =>
  median(values.map((value, round) => value / (references[round] ?? Number.NaN)));
