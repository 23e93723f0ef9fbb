import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleServers } from "./bundle-servers";

const sources = [
  "app",
  "components",
  "db",
  "emails",
  "lib",
  "public",
  "scripts/bundle-servers.ts",
  "scripts/explain-failure.ts",
  "scripts/maintenance-page.ts",
  "scripts/request-metrics.ts",
  "scripts/site.ts",
  "worker",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Hash of everything the build reads, so that an unchanged tree is not built again. */
async function sourceHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) for (const file of await filesOf(source)) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return (await readFile(path).catch(() => null)) === null ? [] : [path];
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

interface BuildOptions {
  readonly say?: (text: string) => void;
  /** Gives up, and leaves no process behind. */
  readonly signal?: AbortSignal;
}

/** Builds the site for production unless the last build was of the same sources. Throws with the end of the output. */
export async function buildIfNeeded(
  environment: Readonly<Record<string, string>>,
  { say = () => {}, signal }: BuildOptions = {},
): Promise<void> {
  const distDir = environment["NEXT_DIST_DIR"] ?? ".next";
  const mark = join(distDir, "source-hash");
  const wanted = await sourceHash();
  if ((await readFile(mark, "utf8").catch(() => "")) === wanted) return;
  signal?.throwIfAborted();
  say("Building the site (once; about half a minute)…");
  // A build cut short must not pass for the one before.
  await rm(mark, { force: true });
  await build(withoutSecrets(environment), signal);
  await bundleServers(distDir);
  await writeFile(mark, wanted);
}

/** Signs what forms carry; several builds that serve one site must share it, and it stays on the server. */
const actionsKey = "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY";

/** The build needs none of them, and what it does not know it cannot leak into the pages. */
export function withoutSecrets(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => name === actionsKey || !/SECRET|TOKEN|KEY|PASSWORD|DATABASE|SMTP/u.test(name)),
  );
}

function build(environment: Readonly<Record<string, string>>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, fail) => {
    // A group of its own, since the build has processes of its own.
    const child = spawn("next", ["build"], { env: environment as NodeJS.ProcessEnv, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const cut = () => void (child.pid !== undefined && process.kill(-child.pid, "SIGKILL"));
    signal?.addEventListener("abort", cut, { once: true });
    process.once("exit", cut);
    let output = "";
    const keep = (chunk: Buffer) => void (output = (output + chunk.toString()).slice(-20_000));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", fail);
    child.once("close", (code) => {
      process.off("exit", cut);
      signal?.removeEventListener("abort", cut);
      if (code === 0) done();
      else fail(new Error(signal?.aborted === true ? "The build was stopped." : `The build failed:\n${output}`));
    });
  });
}
