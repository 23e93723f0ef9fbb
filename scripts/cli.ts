import { parseArgs } from "node:util";
import { type Command, UsageError, type Values } from "./cli/command";
import { commands } from "./cli/commands";
import { openDatabase } from "./cli/open-database";
import { explainFailure } from "./explain-failure";

/** `npm run cli -- COMMAND`: what an operator does without a browser (TR-51). Exit codes: 0 done, 1 refused or failed, 2 not understood. */
const say = (line: string) => void process.stdout.write(`${line}\n`);
const warn = (line: string) => void process.stderr.write(`${line}\n`);

const help = () =>
  [
    "Usage: npm run cli -- COMMAND [options]",
    "",
    ...commands.flatMap(({ name, usage, summary }) => [`  ${`${name} ${usage}`.trim()}`, `      ${summary}`]),
    "",
    "Without DATABASE_URL, commands work on the installation of DATA_DIR (.data), running or not.",
    "docs/deployment.md explains the environment; no password is ever taken or printed.",
  ].join("\n");

async function main(parameters: readonly string[]): Promise<number> {
  const [name, ...rest] = parameters;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    say(help());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new UsageError(`There is no command "${name}".\n\n${help()}`);
  if (rest.includes("--help") || rest.includes("-h")) {
    say(`Usage: npm run cli -- ${command.name} ${command.usage}\n\n${command.summary}`);
    return 0;
  }
  return run(command, parsed(command, rest));
}

interface Parsed {
  readonly values: Values;
  readonly positionals: readonly string[];
}

function parsed(command: Command, rest: readonly string[]): Parsed {
  const usage = `Usage: npm run cli -- ${command.name} ${command.usage}`;
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: command.options, allowPositionals: true, strict: true });
    if (positionals.length > (command.words ?? 0)) throw new UsageError(`"${positionals.at(-1) ?? ""}" was not expected.`);
    const missing = (command.required ?? []).filter((option) => values[option] === undefined);
    if (missing.length > 0) throw new UsageError(`Missing: ${missing.map((option) => `--${option}`).join(", ")}.`);
    return { values: values as Values, positionals };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`, { cause: error });
  }
}

async function run(command: Command, { values, positionals }: Parsed): Promise<number> {
  const opened = await openDatabase(command, values, process.env);
  try {
    Object.assign(process.env, opened.environment);
    return await command.run({ values, positionals, ownerUrl: opened.ownerUrl, folder: opened.folder, say, warn });
  } finally {
    // Nothing to disconnect when the configuration was refused.
    await import("@/db/client").then(({ disconnect }) => disconnect()).catch(() => {});
    await opened.close();
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
process.exit(
  await main(process.argv.slice(2)).catch((error: unknown) => {
    warn(explainFailure(error));
    return error instanceof UsageError ? 2 : 1;
  }),
);
