import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { globSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apply, findMutants, type Mutant } from "./mutation/find-mutants";
import { readImporters, testsThatReach } from "./mutation/import-graph";
import { openBench, type TestBench } from "./mutation/test-bench";

/**
 * Takes away every line that refuses somebody, one at a time, in a copy of the tree, and runs the tests that know the
 * file: a test must fail each time. LONG=1 takes them all, otherwise one of each kind; a path given keeps to its files.
 * Closing line: "N passed, N failed"; exit code 1 when a line could go unnoticed.
 */
const say = (text: string) => void process.stdout.write(`${text}\n`);
const sampleOfEachKind = 1;
type Importers = ReturnType<typeof readImporters>;
/** Test files looked at for one mutant: the nearest ones. */
const nearest = 12;

const sources = ["app", "components", "db", "docs", "e2e", "emails", "lib", "scripts", "worker"];
const settings = ["package.json", "tsconfig.json", "vitest.config.ts", "next-env.d.ts", "proxy.ts", "instrumentation.ts", "Dockerfile"];

async function copyTree(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "espaces-mutants-"));
  for (const source of [...sources, ...settings]) await cp(source, join(copy, source), { recursive: true });
  await symlink(join(process.cwd(), "node_modules"), join(copy, "node_modules"), "dir");
  return copy;
}

async function allMutants(under: string): Promise<Mutant[]> {
  const files = globSync(["lib/**/*.{ts,tsx}", "app/**/{page.tsx,route.ts,actions.ts}"]);
  const guarded = files.filter((file) => file.startsWith(under) && !/\.test\.|\/testing\//u.test(file)).sort();
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

/** The test that notices; null when none does. */
async function killerOf(bench: TestBench, importers: Importers, mutant: Mutant): Promise<string | null> {
  const tests = mutant.kind === "entry" ? [ofEntries] : testsThatReach(mutant.file, importers).slice(0, nearest);
  const text = await readFile(mutant.file, "utf8");
  try {
    await writeFile(mutant.file, apply(text, mutant));
    bench.changed(mutant.file);
    // One at a time: the nearest most often suffices, and further ones may be long.
    for (const each of tests) {
      const failure = await bench.firstFailure(each);
      if (failure !== null) return failure;
    }
    return null;
  } finally {
    await writeFile(mutant.file, text);
    bench.changed(mutant.file);
  }
}

async function judge(bench: TestBench, importers: Importers, mutants: readonly Mutant[]): Promise<number> {
  let survivors = 0;
  for (const [index, mutant] of mutants.entries()) {
    const killer = await killerOf(bench, importers, mutant);
    if (killer === null) survivors += 1;
    const what = mutant.what.length > 60 ? `${mutant.what.slice(0, 59)}…` : mutant.what;
    say(
      `${String(index + 1).padStart(4)}  ${killer === null ? "SURVIVED" : "noticed "}  ${mutant.kind.padEnd(6)}  ${`${mutant.file}:${mutant.line}`.padEnd(56)}  ${what}${killer === null ? "" : `  ← ${killer.slice(0, 110)}`}`,
    );
  }
  return survivors;
}

async function main(): Promise<number> {
  const under = process.argv[2] ?? "";
  const copy = await copyTree();
  process.chdir(copy);
  const bench = await openBench();
  try {
    const all = await allMutants(under);
    const mutants = process.env["LONG"] === "1" || under !== "" ? all : sample(all);
    say(`${mutants.length} of ${all.length} lines that refuse somebody are taken away, one at a time.`);
    const survivors = await judge(bench, readImporters(), mutants);
    say(`${mutants.length - survivors} passed, ${survivors} failed`);
    return survivors === 0 && mutants.length > 0 ? 0 : 1;
  } finally {
    await bench.close();
    await rm(copy, { recursive: true, force: true });
  }
}

process.exit(await main());
