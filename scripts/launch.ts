import { type ChildProcess, spawn } from "node:child_process";

/**
 * Starts one of our processes: node itself, so that signals reach it (the `tsx` command kills a child that is slow to
 * hear one). In its own group: Ctrl-C comes through us, in order. It ends by itself when we are killed.
 */
export function launch(parameters: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "--import", "./scripts/end-with-parent.ts", ...parameters], {
    env: environment as NodeJS.ProcessEnv,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
}

/** Asks it to end, then kills it: `patience` in milliseconds. Resolves when it is gone. */
export function end(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((done) => {
    const last = setTimeout(() => child.kill("SIGKILL"), patience);
    child.once("exit", () => {
      clearTimeout(last);
      done();
    });
    child.kill("SIGTERM");
  });
}
