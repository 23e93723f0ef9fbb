import { cp, mkdir, rm, symlink } from "node:fs/promises";
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { siteEnvironment } from "../support/database";
import { isLong } from "../support/profile";
import { sitePort } from "../support/site";
import { expect, test } from "../support/test";
import { openCallers, walkActions, walkPages } from "./walk";

test.skip(!isLong, "a second build: npm run test:long");

/** A copy of the sources inside the project, so that packages are found, without `proxy.ts`. */
const copy = ".next-without-proxy";
const port = sitePort + 1;
const sources = [
  "app",
  "components",
  "db",
  "emails",
  "lib",
  "public",
  "scripts",
  "worker",
  "instrumentation.ts",
  "next.config.ts",
  "package.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

async function copySources(): Promise<void> {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy);
  for (const source of sources)
    await cp(source, join(copy, source), { recursive: true, filter: (path) => !/\.test\.tsx?$/u.test(path) }).catch(() => null);
  await symlink("../node_modules", join(copy, "node_modules"), "dir");
}

function finish(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => void (output += chunk.toString()));
    child.once("exit", (code) => (code === 0 ? done(output) : fail(new Error(output.slice(-4000)))));
  });
}

let site: ChildProcess | undefined;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await copySources();
  const environment = { ...process.env, ...(await siteEnvironment(port)), NEXT_DIST_DIR: ".next" };
  await finish(spawn("next", ["build"], { cwd: copy, env: environment, stdio: ["ignore", "pipe", "pipe"] }));
  site = spawn("tsx", ["scripts/site.ts"], { cwd: copy, env: environment, stdio: "ignore" });
  await expect(async () => expect((await fetch(`http://localhost:${port}/api/ready`)).ok).toBe(true)).toPass({ timeout: 30_000 });
});

test.afterAll(async () => {
  site?.kill("SIGTERM");
  await rm(copy, { recursive: true, force: true });
});

test("without proxy.ts the verdicts are the same: it sets a header, it authorises nothing", async () => {
  test.setTimeout(240_000);
  const answer = await fetch(`http://localhost:${port}/compte/connexion`);
  expect(answer.headers.get("content-security-policy")).toBeNull();
  const callers = await openCallers(`http://localhost:${port}`);
  expect(await walkPages(callers)).toEqual([]);
  expect(await walkActions(callers, join(copy, ".next"))).toEqual([]);
});
