import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect } from "@playwright/test";
import { type ServerName, serverFile } from "@/scripts/bundle-servers";

/** One of our programs, running on its own, with all that it has said. */
export interface Running {
  readonly child: ChildProcess;
  output(): string;
  /** Waits until it says so; fails with what it said instead. */
  says(text: string | RegExp): Promise<void>;
  /** Its exit code; fails when it takes longer than `seconds`. */
  end(seconds?: number): Promise<number | null>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of the tests, without what names the site under test. */
function bare(): NodeJS.ProcessEnv {
  const { PORT: _port, DATA_DIR: _data, DATABASE_URL: _database, APP_MODE: _mode, APP_URL: _url, ...others } = process.env;
  return others;
}

/** What a story that fails must not leave running. One listener for all of them: each would otherwise add its own. */
const alive = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of alive) child.kill("SIGTERM");
});

/** Starts `node --import tsx …`, as the scripts of package.json do. */
const run = (parameters: readonly string[], environment: Environment) => runNode(["--import", "tsx", ...parameters], environment);

/** Starts a built server, as docs/deployment.md says. */
export const serve = (name: ServerName, environment: Environment) =>
  runNode(["--enable-source-maps", serverFile(name, process.env["NEXT_DIST_DIR"] ?? ".next")], environment);

function runNode(parameters: readonly string[], environment: Environment): Running {
  const child = spawn(process.execPath, parameters, {
    env: { ...bare(), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  alive.add(child);
  child.once("close", () => alive.delete(child));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => void (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => void child.once("close", (code) => done(code)));
  const holds = (text: string | RegExp) => (typeof text === "string" ? output.includes(text) : text.test(output));
  return {
    child,
    output: () => output,
    says: async (text) => {
      await expect(() => {
        if (child.exitCode !== null && !holds(text)) throw new Error(`ended with code ${child.exitCode} and said:\n${output}`);
        expect(holds(text), `"${String(text)}" in:\n${output}`).toBe(true);
      }).toPass({ timeout: 120_000, intervals: [50] });
    },
    end: (seconds = 10) => {
      const late = new Promise<never>((_done, fail) => {
        setTimeout(() => fail(new Error(`still running after ${seconds} s; it said:\n${output}`)), seconds * 1000).unref();
      });
      return Promise.race([ended, late]);
    },
  };
}

export const start = (environment: Environment) => run(["scripts/start.ts"], environment);
export const cli = (parameters: readonly string[], environment: Environment) => run(["scripts/cli.ts", ...parameters], environment);

/** Processes that work on a data folder: its name stands in their environment, or on PostgreSQL's command line. */
export function processesOn(folder: string): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)
    .filter(
      (pid) =>
        read(`/proc/${pid}/environ`).split("\0").includes(`DATA_DIR=${folder}`) ||
        read(`/proc/${pid}/cmdline`).includes(`${folder}/postgres`),
    )
    .map((pid) => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll("\0", " ")}`);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
