import { parseArgs } from "node:util";

export interface Options {
  /** Interleaved rounds; every ratio is the median over them. */
  readonly rounds: number;
  /** Length of one measure. */
  readonly seconds: number;
  /** Loads of each page in the browser. */
  readonly loads: number;
  /** Seconds of full load on each side before the memory is read; 0: only the rounds themselves. */
  readonly soak: number;
  /** Ads in the database while their search is measured; a tenth of them open. */
  readonly ads: number;
  /** Validated trainers in the database while the search of CVs is measured. */
  readonly trainers: number;
  readonly skip: ReadonlySet<Part>;
}

export const parts = [
  "build",
  "start",
  "rounds",
  "browser",
  "ads",
  "cvs",
  "alerts",
  "expiry",
  "wizard",
  "queue",
  "repeated",
  "pieces",
] as const;
export type Part = (typeof parts)[number];

const help = `npm run bench -- [--rounds 5] [--seconds 2] [--loads 3] [--soak 0] [--ads 1000000] [--trainers 100000] [--only part] [--skip part]…   parts: ${parts.join(", ")}`;

/** The options of the command line; throws with the list of them. */
export function readOptions(given = process.argv.slice(2)): Options {
  const text = { type: "string" } as const;
  const list = { type: "string", multiple: true } as const;
  const { values } = parseArgs({
    args: [...given],
    options: { rounds: text, seconds: text, loads: text, soak: text, ads: text, trainers: text, only: list, skip: list },
  });
  const named = (names: readonly string[]) => names.map((name) => parts.find((part) => part === name) ?? refuse(`unknown part "${name}"`));
  const only = named(values.only ?? []);
  return {
    rounds: bounded(values.rounds, 5, 1, 50),
    seconds: bounded(values.seconds, 2, 1, 60),
    loads: bounded(values.loads, 3, 1, 9),
    soak: bounded(values.soak, 0, 0, 1_800),
    ads: bounded(values.ads, 1_000_000, 1_000, 2_000_000),
    trainers: bounded(values.trainers, 100_000, 1_000, 1_000_000),
    skip: new Set([...named(values.skip ?? []), ...(only.length === 0 ? [] : parts.filter((part) => !only.includes(part)))]),
  };
}

function bounded(text: string | undefined, initial: number, least: number, most: number): number {
  const value = Number(text ?? initial);
  return Number.isFinite(value) && value >= least && value <= most
    ? value
    : refuse(`expected a number from ${least} to ${most}, not "${text}"`);
}

function refuse(what: string): never {
  throw new Error(`${what}\n${help}`);
}
