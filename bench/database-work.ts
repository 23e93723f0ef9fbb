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
}

const warmUp = 60;
const counted = 20;

/** Counts on a site of its own, whose wire to the database is listened to; one request at a time. */
export async function countDatabaseWork(stage: Stage, port: number): Promise<DatabaseWork[]> {
  const wire = await countRoundTrips(Number(new URL(stage.databaseUrl).port));
  const url = new URL(stage.site["DATABASE_URL"] ?? "");
  url.port = String(wire.port);
  const site = await startSite({ ...stage.site, DATABASE_URL: url.href }, port, "/compte/connexion");
  const cookie = stage.people.cookies.at(-1) ?? "";
  const signedIn = (path: string) => () => ({ path, headers: { cookie } });
  const whats: readonly (readonly [string, (n: number) => Asked])[] = [
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
  const found: DatabaseWork[] = [];
  try {
    for (const [what, make] of whats) {
      for (let n = 0; n < warmUp; n += 1) await ask(port, make(n));
      await stage.sql`select pg_stat_statements_reset()`;
      const trips: number[] = [];
      for (let n = 0; n < counted; n += 1) {
        wire.reset();
        await ask(port, make(n));
        trips.push(wire.count());
      }
      const [calls] = await stage.sql<
        { sum: number }[]
      >`select coalesce(sum(calls), 0)::int as sum from pg_stat_statements where userid = 'espaces_app'::regrole`;
      found.push({ what, statements: (calls?.sum ?? 0) / counted, roundTrips: median(trips) });
    }
  } finally {
    await site.stop();
    wire.stop();
  }
  return found;
}
