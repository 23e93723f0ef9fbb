import { drizzle } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { searchAuthorities } from "@/lib/references/search-authorities";

/** What people type: the steps of a name, a postcode, a SIREN, and a slip. */
export const searches = [
  "cac",
  "cachan",
  "saint-den",
  "lyon 3",
  "montp",
  "94230",
  "9423",
  "métropole de",
  "montpelier",
  "21940016",
] as const;

export type Parameter = string | number | string[] | null;
export type Statement = readonly [text: string, parameters: Parameter[]];

/** The statements that the search of the site runs for each of `searches`, as the database receives them. */
export async function recordStatements(url: string): Promise<Statement[][]> {
  let heard: Statement[] = [];
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    debug: (_, text, parameters) => void heard.push([text, parameters as Parameter[]]),
  });
  // The first statement of a connection comes with the library's own.
  await sql`select 1`;
  const db = drizzle(sql, { casing: "snake_case" });
  const ctx = {
    db,
    actor: { kind: "visitor" },
    now: new Date(),
    requestId: "bench",
    network: "bench",
    device: "bench",
    inTransaction: false,
  } as const;
  const recorded: Statement[][] = [];
  for (const query of searches) {
    heard = [];
    await searchAuthorities(ctx, { query, limit: 10 });
    recorded.push(heard);
  }
  await sql.end({ timeout: 5 });
  return recorded;
}

/** Q: the same statements over one connection, nothing else: median milliseconds of a search. */
export async function timeStatements(sql: Sql, recorded: readonly (readonly Statement[])[], seconds: number): Promise<number[]> {
  const times: number[] = [];
  const startedAt = performance.now();
  for (let n = 0; performance.now() - startedAt < seconds * 1000; n += 1) {
    const before = performance.now();
    for (const [text, parameters] of recorded[n % recorded.length] ?? []) await sql.unsafe(text, parameters, { prepare: true });
    times.push(performance.now() - before);
  }
  return times;
}
