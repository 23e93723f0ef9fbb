import { spawn } from "node:child_process";

/** Runs a command with its output shown; its exit code. */
export function runCommand(command: string, parameters: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, parameters, { stdio: "inherit", env: environment });
    child.once("error", () => done(127));
    child.once("exit", (code) => done(code ?? 1));
  });
}

export interface Step {
  readonly name: string;
  readonly command: string;
  readonly parameters: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs steps one after the other, all of them, and sums up: the closing line says how many passed. Exit code 1 when one failed. */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const failed: string[] = [];
  for (const { name, command, parameters, environment } of steps) {
    process.stdout.write(`\n── ${name}\n`);
    const startedAt = performance.now();
    const code = await runCommand(command, parameters, { ...process.env, ...environment });
    process.stdout.write(`── ${name}: ${code === 0 ? "passed" : "FAILED"} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
    if (code !== 0) failed.push(name);
  }
  process.stdout.write(failed.length === 0 ? "\n" : `\nFailed: ${failed.join(", ")}\n`);
  process.stdout.write(`${steps.length - failed.length} passed, ${failed.length} failed\n`);
  return failed.length === 0 ? 0 : 1;
}
