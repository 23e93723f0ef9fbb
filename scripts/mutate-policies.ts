import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { globSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apply, findMutants, type Mutant } from "./mutation/find-mutants";
import { readImporters, testsThatReach } from "./mutation/import-graph";
import { openBench, type TestBench } from "./mutation/test-bench";

/**
 * Takes away checks, one at a time, in a copy of the tree, and runs the tests that know the file: a test must fail each
 * time. Which checks: the kinds and the named guards of mutation/find-mutants.ts. Not a refusal thrown in place, nor a
 * condition of a query that is not about its owner, nor a schema, nor a constraint of the database. LONG=1 takes them
 * all, otherwise one of each kind; paths given keep to their files.
 * Closing line: "N passed, N failed"; exit code 1 when a line could go unnoticed.
 */
const say = (text: string) => void process.stdout.write(`${text}\n`);
const sampleOfEachKind = 1;
interface Bench extends TestBench {
  readonly importers: ReturnType<typeof readImporters>;
  /** Tests seen to pass on the tree as it is. */
  readonly sound: Set<string>;
}
/** Test files looked at for one mutant: the nearest ones. */
const nearest = 12;

const sources = ["app", "components", "db", "docs", "e2e", "emails", "lib", "scripts", "worker"];
const settings = ["package.json", "tsconfig.json", "vitest.config.ts", "proxy.ts", "instrumentation.ts", "Dockerfile"];

async function copyTree(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "espaces-mutants-"));
  for (const source of [...sources, ...settings]) await cp(source, join(copy, source), { recursive: true });
  await symlink(join(process.cwd(), "node_modules"), join(copy, "node_modules"), "dir");
  return copy;
}

async function allMutants(under: readonly string[]): Promise<Mutant[]> {
  const files = globSync(["lib/**/*.{ts,tsx}", "app/**/{page.tsx,route.ts,actions.ts}"]);
  const guarded = files.filter((file) => under.some((path) => file.startsWith(path)) && !/\.test\.|\/testing\//u.test(file)).sort();
  return (await Promise.all(guarded.map(async (file) => findMutants(file, await readFile(file, "utf8"))))).flat();
}

/** Some of each kind, evenly spread: the same ones every time. */
function sample(mutants: readonly Mutant[]): Mutant[] {
  return [...Map.groupBy(mutants, ({ kind }) => kind).values()]
    .flatMap((all) =>
      Array.from(
        { length: Math.min(all.length, sampleOfEachKind) },
        (_, index) => all[Math.floor(((index + 0.5) * all.length) / sampleOfEachKind)],
      ),
    )
    .filter((mutant) => mutant !== undefined);
}

/** Pages, routes and actions are read by this one as text. */
const ofEntries = "lib/entry/rights-of-entries.test.ts";

type Noticed = { readonly by: string } | "nobody";

/** Which test notices. Throws when a test fails before anything is taken away: it would prove nothing. */
async function whoNotices(bench: Bench, mutant: Mutant): Promise<Noticed> {
  const tests = mutant.kind === "entry" ? [ofEntries] : testsThatReach(mutant.file, bench.importers).slice(0, nearest);
  const text = await readFile(mutant.file, "utf8");
  const put = async (content: string) => {
    await writeFile(mutant.file, content);
    bench.changed(mutant.file);
  };
  // One at a time: the nearest most often suffices, and further ones may be long.
  for (const each of tests) {
    await expectSound(bench, each);
    await put(apply(text, mutant));
    const failure = await bench.firstFailure(each).finally(() => put(text));
    if (failure !== null) return { by: failure };
  }
  return "nobody";
}

async function expectSound(bench: Bench, test: string): Promise<void> {
  if (bench.sound.has(test)) return;
  const failure = await bench.firstFailure(test);
  if (failure !== null) throw new Error(`This test fails before anything is taken away: ${failure}`);
  bench.sound.add(test);
}

async function judge(bench: Bench, mutants: readonly Mutant[]): Promise<number> {
  let survivors = 0;
  for (const [index, mutant] of mutants.entries()) {
    const noticed = await whoNotices(bench, mutant).catch((error: unknown) => ({ unsound: String(error) }));
    const alone = noticed === "nobody" || "unsound" in noticed;
    if (alone) survivors += 1;
    const told = noticed === "nobody" ? "SURVIVED" : "unsound" in noticed ? "UNSOUND " : "noticed ";
    const by = noticed === "nobody" ? "" : `  ← ${"unsound" in noticed ? noticed.unsound : noticed.by}`;
    say(
      `${String(index + 1).padStart(4)}  ${told}  ${mutant.kind.padEnd(6)}  ${`${mutant.file}:${mutant.line}`.padEnd(52)}  ${short(mutant.what, 60)}${short(by, 130)}`,
    );
  }
  return survivors;
}

const short = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

async function main(): Promise<number> {
  const given = process.argv.slice(2);
  const copy = await copyTree();
  process.chdir(copy);
  // Leaving this way, the cluster of the tests is stopped too.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      rmSync(copy, { recursive: true, force: true });
      process.exit(1);
    });
  const bench: Bench = { ...(await openBench()), importers: readImporters(), sound: new Set() };
  try {
    const all = await allMutants(given.length === 0 ? [""] : given);
    const mutants = process.env["LONG"] === "1" || given.length > 0 ? all : sample(all);
    say(`${mutants.length} of ${all.length} checks are taken away, one at a time.`);
    const survivors = await judge(bench, mutants);
    say(`${mutants.length - survivors} passed, ${survivors} failed`);
    return survivors === 0 && mutants.length > 0 ? 0 : 1;
  } finally {
    await bench.close();
    await rm(copy, { recursive: true, force: true });
  }
}

process.exit(await main());
