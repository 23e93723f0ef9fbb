import type { ParseArgsOptionsConfig } from "node:util";

export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What a command works with; its modules are loaded only once the environment is ready. */
export interface Terminal {
  readonly values: Values;
  readonly positionals: readonly string[];
  /** Address of the owner of the database. */
  readonly ownerUrl: string;
  /** DATA_DIR. */
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly warn: (line: string) => void;
}

export interface Command {
  readonly name: string;
  /** What follows the name: "NAME [--as-of INSTANT]". */
  readonly usage: string;
  readonly summary: string;
  readonly options: ParseArgsOptionsConfig;
  /** Options that must be given. */
  readonly required?: readonly string[];
  /** How many words it takes besides options. */
  readonly words?: number;
  /** Which database it runs on: this installation's, or the new one that it fills. */
  readonly on: "installation" | "new";
  /** Gives the exit code. Throws UsageError, or what explainFailure explains. */
  run(terminal: Terminal): Promise<number>;
}

/** The command line was not understood: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** An option known to be given, as text. */
export function given(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${name} is required.`);
  return value;
}
