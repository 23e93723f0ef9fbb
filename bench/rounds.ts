import { verifyPassword } from "@/lib/accounts/passwords/hash-password";
import { timeStatements } from "./authority-statements";
import { loadClosed, loadPaced, type Load } from "./load";
import { cpuOf, memoryOf } from "./process-tree";
import { benchPassword } from "./people";
import { scriptedSignIn } from "./sign-in-requests";
import type { Stage } from "./stage";
import { median } from "./statistics";
import { benchDist } from "./build";
import { launcher, type Servers, type Variant, type VariantName } from "./variants";

export interface Sample extends Load {
  /** Milliseconds of processor for one request: the server's processes, PostgreSQL's, and both. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
  readonly cpu: number;
}

/** One value a round. */
export interface Rounds {
  readonly samples: ReadonlyMap<VariantName, readonly Sample[]>;
  /** Milliseconds of one password check, alone: median. */
  readonly kdf: readonly number[];
  /** Milliseconds of one search by raw statements over one connection: median. */
  readonly rawSearch: readonly number[];
  /** Milliseconds: 99th of a hundred launcher pages at a steady pace, without and with ten sign-ins a second. */
  readonly othersAlone: readonly number[];
  readonly othersDuringSignIns: readonly number[];
  /** MiB after each round. */
  readonly siteMemory: readonly number[];
  readonly floorMemory: readonly number[];
  readonly errors: readonly string[];
}

interface Given {
  readonly stage: Stage;
  readonly servers: Servers;
  readonly variants: readonly Variant[];
  readonly rounds: number;
  readonly seconds: number;
  readonly say: (text: string) => void;
}

const signInsPerSecond = 10;
const pagesPerSecond = 40;

/** All variants one after the other, again and again, so that what slows the machine down falls on all alike. */
export async function runRounds(given: Given): Promise<Rounds> {
  const { stage, servers, variants, rounds, seconds, say } = given;
  const samples = new Map<VariantName, Sample[]>(variants.map(({ name }) => [name, []]));
  const lists = { kdf: [], rawSearch: [], othersAlone: [], othersDuringSignIns: [], siteMemory: [], floorMemory: [] } as Record<
    Exclude<keyof Rounds, "samples" | "errors">,
    number[]
  >;
  const errors: string[] = [];
  for (const variant of variants)
    note(
      errors,
      variant.name,
      await loadClosed(variant.server.port, variant.ask, { seconds: Math.min(2, seconds), concurrency: variant.concurrency }),
    );
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`);
    for (const variant of variants) {
      const sample = await measure(stage, variant, seconds);
      samples.get(variant.name)?.push(sample);
      note(errors, variant.name, sample);
    }
    lists.kdf.push(median(await timeKdf(stage, seconds)));
    lists.rawSearch.push(median(await timeStatements(stage.sql, stage.statements, seconds / 2)));
    const others = await measureOthers(given, errors);
    lists.othersAlone.push(others.alone);
    lists.othersDuringSignIns.push(others.during);
    lists.siteMemory.push(memoryOf(servers.site.pid));
    lists.floorMemory.push(memoryOf(servers.floor.pid));
  }
  return { samples, ...lists, errors };
}

function note(errors: string[], name: string, { firstError, errors: count }: Load): void {
  if (firstError !== null) errors.push(`${name}: ${count} wrong answers, the first: ${firstError}`);
}

async function measure({ databasePid }: Stage, { server, ask, concurrency }: Variant, seconds: number): Promise<Sample> {
  const [serverBefore, databaseBefore] = [cpuOf(server.pid), cpuOf(databasePid)];
  const load = await loadClosed(server.port, ask, { seconds, concurrency });
  const serverCpu = (cpuOf(server.pid) - serverBefore) / load.count;
  const databaseCpu = (cpuOf(databasePid) - databaseBefore) / load.count;
  return { ...load, serverCpu, databaseCpu, cpu: serverCpu + databaseCpu };
}

async function timeKdf({ people }: Stage, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const startedAt = performance.now();
  while (performance.now() - startedAt < seconds * 1000) {
    const before = performance.now();
    await verifyPassword(people.passwordHash, benchPassword);
    times.push(performance.now() - before);
  }
  return times;
}

/** What the others wait for their page, at a pace that leaves the machine room, while some sign in. */
async function measureOthers({ stage, servers: { site }, seconds }: Given, errors: string[]): Promise<{ alone: number; during: number }> {
  const pace = { seconds: seconds * 2, perSecond: pagesPerSecond };
  const alone = await loadPaced(site.port, launcher(stage), pace);
  const [during, signIns] = await Promise.all([
    loadPaced(site.port, launcher(stage), pace),
    loadPaced(site.port, scriptedSignIn(site.port, stage.people, benchDist), { ...pace, perSecond: signInsPerSecond }),
  ]);
  for (const load of [alone, during, signIns]) note(errors, "others during sign-ins", load);
  return { alone: alone.p99, during: during.p99 };
}

/** Full load on both for a while: memory in MiB, read ten times on the way. */
export async function soak({ servers, variants }: Given, seconds: number): Promise<{ site: number[]; floor: number[] }> {
  const wanted = variants.filter(({ name }) => name === "F rows" || name === "launcher");
  const read: { site: number[]; floor: number[] } = { site: [], floor: [] };
  for (const { name, server, ask, concurrency } of wanted) {
    for (let tenth = 0; tenth < 10; tenth += 1) {
      await loadClosed(server.port, ask, { seconds: seconds / 10, concurrency });
      read[name === "launcher" ? "site" : "floor"].push(memoryOf(name === "launcher" ? servers.site.pid : servers.floor.pid));
    }
  }
  return read;
}
