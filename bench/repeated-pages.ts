import { type Ask, loadClosed } from "./load";
import { cpuOf } from "./process-tree";
import { network } from "./sign-in-requests";
import type { Stage } from "./stage";
import type { Servers } from "./variants";

/** One value a round: requests a second, and milliseconds of processor, the database's included. */
export interface Repeated {
  readonly perSecond: number[];
  readonly cpu: number[];
}

/** The same address again and again, nobody signed in. */
export interface RepeatedPagesFigures {
  /** F, rendered each time. */
  readonly floor: Repeated;
  /** B, made each time. */
  readonly bare: Repeated;
  /** B, kept for a second: what a cache in front of a site gives, and all that this load can ask for. */
  readonly kept: Repeated;
  readonly search: Repeated;
  /** The search of one region and one specialty: its address is the landing page that there is. */
  readonly region: Repeated;
  readonly ad: Repeated;
  readonly errors: readonly string[];
}

interface Given {
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (text: string) => void;
}

export async function measureRepeatedPages(
  stage: Stage,
  { site, floor, bare }: Servers,
  { rounds, seconds, say }: Given,
): Promise<RepeatedPagesFigures> {
  const [ad] = await stage.sql<{ number: string }[]>`select number from ads where state = 'published' order by published_at desc limit 1`;
  const same =
    (path: string): Ask =>
    (n) => ({ path, headers: network(n) });
  const measured = [
    ["floor", floor, same("/rows?region=1&specialty=1")],
    ["bare", bare, same("/rows?region=1&specialty=1")],
    ["kept", bare, same("/kept?region=1&specialty=1")],
    ["search", site, same("/intervenants/annonces")],
    ["region", site, same("/intervenants/annonces?region=44&specialite=A3")],
    ["ad", site, same(`/intervenants/annonces/${ad?.number ?? ""}`)],
  ] as const;
  const found = { floor: nothing(), bare: nothing(), kept: nothing(), search: nothing(), region: nothing(), ad: nothing() };
  const errors: string[] = [];
  for (const [, server, make] of measured) await loadClosed(server.port, make, { seconds: Math.min(2, seconds), concurrency: 16 });
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`);
    for (const [name, server, make] of measured) {
      const before = cpuOf(server.pid) + cpuOf(stage.databasePid);
      const load = await loadClosed(server.port, make, { seconds, concurrency: 16 });
      found[name].perSecond.push(load.perSecond);
      found[name].cpu.push((cpuOf(server.pid) + cpuOf(stage.databasePid) - before) / load.count);
      if (load.firstError !== null) errors.push(`${name}: ${load.errors} wrong answers, the first: ${load.firstError}`);
    }
  }
  return { ...found, errors };
}

const nothing = (): Repeated => ({ perSecond: [], cpu: [] });
