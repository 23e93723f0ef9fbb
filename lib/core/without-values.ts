/**
 * The text of an error without the values of the queries behind it: drizzle writes them into its message, and names,
 * addresses and password hashes are among them. The statement stays.
 */
export function withoutValues(text: string, error: unknown): string {
  if (!(error instanceof Error)) return text;
  const clear = "query" in error && "params" in error ? text.replaceAll(error.message, () => `Failed query: ${String(error.query)}`) : text;
  return withoutValues(clear, error.cause);
}
