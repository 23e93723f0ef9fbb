import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** The processes that run all day; what else is run by hand (scripts/cli.ts) is compiled as it goes. */
const servers = { site: "scripts/site.ts", worker: "worker/main.ts" } as const;
export type ServerName = keyof typeof servers;

/** Hundreds of small modules of which we use a few: taken in, and only what is used. The other packages stay outside. */
const takenIn = new Set(["date-fns", "drizzle-orm", "zod"]);

const folderOf = (distDir: string) => join(distDir, "servers");

/** The file that `node` runs, beside the build that it serves. */
export const serverFile = (name: ServerName, distDir: string): string => join(folderOf(distDir), `${name}.mjs`);

/** Makes plain JavaScript of the site's server and of the worker, so that starting them compiles nothing: half the time and memory. */
export async function bundleServers(distDir: string): Promise<void> {
  const { dependencies } = JSON.parse(await readFile("package.json", "utf8")) as { dependencies: Record<string, string> };
  await build({
    entryPoints: servers,
    outdir: folderOf(distDir),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node24",
    external: Object.keys(dependencies).filter((name) => !takenIn.has(name)),
    jsx: "automatic",
    sourcemap: true,
    logLevel: "warning",
  });
}
