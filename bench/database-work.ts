import { searches } from "./authority-statements";
import { ask, type Asked } from "./load";
import { countRoundTrips } from "./round-trips";
import { startSite } from "./server";
import { plainSignIn } from "./sign-in-requests";
import type { Stage } from "./stage";
import { median } from "./statistics";

/** What one request asks of the database, once everything is warm. */
export interface DatabaseWork {
  readonly what: string;
  readonly statements: number;
  /** Waits one after the other: what travels together counts once. */
  readonly roundTrips: number;
  /** Those of the statements that are an UPDATE. */
  readonly updates: number;
}

/** What is counted, by name: the nth request. */
export type Counted = readonly (readonly [what: string, make: (n: number) => Asked])[];

const warmUp = 60;
const counted = 20;

/** Requests of everyday, whoever one is. */
export async function everydayRequests(stage: Stage, port: number): Promise<Counted> {
  const cookie = stage.people.cookies.at(-1) ?? "";
  const signedIn = (path: string) => () => ({ path, headers: { cookie } });
  return [
    ["/compte/connexion", () => ({ path: "/compte/connexion" })],
    ["/applications", signedIn("/applications")],
    ["/compte", signedIn("/compte")],
    ["/compte/identite", signedIn("/compte/identite")],
    [
      "search of authorities",
      (n) => ({ path: `/api/references/authorities?q=${encodeURIComponent(searches[n % searches.length] ?? "")}` }),
    ],
    ["sign-in", await plainSignIn(port, stage.people)],
  ];
}

/** Counts on a site of its own, whose wire to the database is listened to; one request at a time. */
export async function countDatabaseWork(
  stage: Stage,
  port: number,
  requestsOf: (stage: Stage, port: number) => Promise<Counted> = everydayRequests,
): Promise<DatabaseWork[]> {
  const wire = await countRoundTrips(Number(new URL(stage.databaseUrl).port));
  const url = new URL(stage.site["DATABASE_URL"] ?? "");
  url.port = String(wire.port);
  const site = await startSite({ ...stage.site, DATABASE_URL: url.href }, port, "/compte/connexion");
  const found: DatabaseWork[] = [];
  try {
    for (const [what, make] of await requestsOf(stage, port)) {
      for (let n = 0; n < warmUp; n += 1) await ask(port, make(n));
      await stage.sql`select pg_stat_statements_reset()`;
      const trips: number[] = [];
      for (let n = 0; n < counted; n += 1) {
        wire.reset();
        await ask(port, make(n));
        trips.push(wire.count());
      }
      const [calls] = await stage.sql<{ all: number; updates: number }[]>`
        select coalesce(sum(calls), 0)::int as all, coalesce(sum(calls) filter (where query ~* '^\\s*update'), 0)::int as updates
        from pg_stat_statements where userid = 'espaces_app'::regrole`;
      const { all = 0, updates = 0 } = calls ?? {};
      found.push({ what, statements: all / counted, roundTrips: median(trips), updates: updates / counted });
    }
  } finally {
    await site.stop();
    wire.stop();
  }
  return found;
}
