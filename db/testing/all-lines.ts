/** What an export writes, batch after batch, as one list. */
export async function allLines<Row>(batches: AsyncIterable<readonly Row[]>): Promise<readonly Row[]> {
  const lines: Row[] = [];
  for await (const batch of batches) lines.push(...batch);
  return lines;
}
