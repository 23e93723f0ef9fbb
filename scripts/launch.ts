import { type ChildProcess, spawn } from "node:child_process";
import { type ServerName, serverFile } from "./bundle-servers";

/**
 * Starts one of our processes, built: node itself, so that signals reach it. In its own group: Ctrl-C comes through us,
 * in order. It ends by itself when we are killed.
 */
export function launch(server: ServerName, environment: Readonly<Record<string, string>>): ChildProcess {
  const file = serverFile(server, environment["NEXT_DIST_DIR"] ?? ".next");
  return spawn(process.execPath, ["--enable-source-maps", "--import", "./scripts/end-with-parent.ts", file], {
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
