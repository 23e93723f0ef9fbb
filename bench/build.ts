import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { bundleServers } from "@/scripts/bundle-servers";

/** Where the site is built for the bench, apart from the one that `npm start` serves. */
export const benchDist = ".next-bench";
const floorFolder = "bench/floor/site";

type Environment = Readonly<Record<string, string>>;

export interface BuildTimes {
  /** Seconds, without what the build before left. */
  readonly cold: number;
  /** Seconds, a second time, sources unchanged. */
  readonly warm: number;
}

/** Builds the site twice. Secrets are no part of a build: the environment holds none. */
export async function timeSiteBuild(environment: Environment): Promise<BuildTimes> {
  const given = { ...environment, NEXT_DIST_DIR: benchDist };
  await rm(benchDist, { recursive: true, force: true });
  const times = { cold: await next(["build"], given), warm: await next(["build"], given) };
  await bundleServers(benchDist);
  return times;
}

export async function timeFloorBuild(environment: Environment): Promise<BuildTimes> {
  await rm(`${floorFolder}/.next`, { recursive: true, force: true });
  return { cold: await next(["build", floorFolder], environment), warm: await next(["build", floorFolder], environment) };
}

/** What a run without the timing of builds needs: built here only if nothing was. */
export async function buildMissing(environment: Environment): Promise<void> {
  if (!existsSync(join(benchDist, "servers", "site.mjs"))) {
    await next(["build"], { ...environment, NEXT_DIST_DIR: benchDist });
    await bundleServers(benchDist);
  }
  if (!existsSync(join(floorFolder, ".next", "BUILD_ID"))) await next(["build", floorFolder], environment);
}

function next(parameters: readonly string[], environment: Environment): Promise<number> {
  return new Promise((done, fail) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", ...parameters], {
      env: environment as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => void (output = (output + chunk.toString()).slice(-5_000)));
    child.once("error", fail);
    child.once("close", (code) =>
      code === 0 ? done((performance.now() - startedAt) / 1000) : fail(new Error(`next ${parameters.join(" ")} failed:\n${output}`)),
    );
  });
}
