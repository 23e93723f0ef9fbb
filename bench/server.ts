import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { end, launch } from "@/scripts/launch";
import { ask } from "./load";

export interface Server {
  readonly port: number;
  readonly pid: number;
  /** Milliseconds from the start of the process to the first right answer. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

const patience = 30_000;

/** Our own server process, as `npm start` starts it. */
export const startSite = (environment: Environment, port: number, firstPath: string) =>
  untilAnswer(launch("site", { ...environment, PORT: String(port), APP_URL: `http://localhost:${port}` }), port, firstPath);

/** The floor's Next site, by the framework's own command. */
export const startFloor = (environment: Environment, port: number, firstPath: string) =>
  untilAnswer(node(["node_modules/next/dist/bin/next", "start", "bench/floor/site", "-p", String(port)], environment), port, firstPath);

/** The bare server: no framework. */
export const startBare = (environment: Environment, port: number, firstPath: string) =>
  untilAnswer(node(["--import", "tsx", "bench/floor/bare.ts"], { ...environment, PORT: String(port) }), port, firstPath);

/** The bare server of files, which keeps what it receives in `folder`. */
export const startBareFiles = (environment: Environment, port: number, folder: string) =>
  untilAnswer(
    node(["--import", "tsx", "bench/floor/bare-files.ts"], { ...environment, PORT: String(port), BENCH_FOLDER: folder }),
    port,
    "/",
  );

const node = (parameters: readonly string[], environment: Environment) =>
  spawn(process.execPath, [...parameters], { env: environment as NodeJS.ProcessEnv, stdio: ["ignore", "ignore", "inherit"] });

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

export async function untilAnswer(child: ChildProcess, port: number, path: string): Promise<Server> {
  running.add(child);
  child.once("exit", () => running.delete(child));
  const startedAt = performance.now();
  while (performance.now() - startedAt < patience) {
    const answered = await ask(port, { path }).then(
      ({ status }) => status === 200,
      () => false,
    );
    const startedIn = performance.now() - startedAt;
    if (answered) return { port, pid: child.pid ?? 0, startedIn, stop: () => end(child, 8_000) };
    if (child.exitCode !== null) throw new Error(`A server ended while it started (code ${child.exitCode}); see above.`);
    await wait(5);
  }
  await end(child, 1_000);
  throw new Error(`A server did not answer ${path} within ${patience / 1000} s.`);
}
