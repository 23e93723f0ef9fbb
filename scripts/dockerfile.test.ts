import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { serverFile } from "./bundle-servers";

// No container engine runs here: what can be known of the image without building it.
const stages = readFileSync("Dockerfile", "utf8")
  .split(/^FROM /mu)
  .slice(1);
const last = stages.at(-1) ?? "";
const copies = (stage: string, from: string) =>
  [...stage.matchAll(/^COPY (?:--from=(\S+) )?(.+) \S+$/gmu)]
    .filter(([, given]) => (given ?? "") === from)
    .flatMap(([, , paths = ""]) => paths.split(" "));
const ofTree = (path: string) => path.replace(/^\/app\//u, "");
const packages = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};
/** What the build makes, or installs. */
const made = new Set([".next", "node_modules"]);

test("TR-50 the image copies what exists: sources, and what its earlier stages make", () => {
  const paths = [...stages.flatMap((stage) => copies(stage, "")), ...copies(last, "build"), ...copies(last, "production-packages")].map(
    ofTree,
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => path !== "." && !made.has(path) && !existsSync(path))).toEqual([]);
  const ignored = readFileSync(".dockerignore", "utf8").split("\n");
  expect(paths.filter((path) => !made.has(path) && ignored.includes(path))).toEqual([]);
});

test("TR-50 the image holds every source folder that the programs in it import from", () => {
  const held = new Set(copies(last, "build").map(ofTree));
  const sources = globSync("{app,components,db,emails,lib,scripts,worker}/**/*.{ts,tsx}", {
    exclude: (name) => /node_modules/u.test(name),
  });
  const wanted = new Set(
    sources
      .filter((file) => !/\.(test|spec)\.tsx?$|\/testing\//u.test(file))
      .flatMap((file) =>
        [...readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"@\/([\w-]+)\//gu)].map(([, folder = ""]) => folder),
      ),
  );
  expect(wanted.size).toBeGreaterThan(4);
  expect([...wanted].filter((folder) => !held.has(folder))).toEqual([]);
});

test("TR-50 the commands of the image and of the guide exist, with what they load among the packages that run", () => {
  const guide = readFileSync("docs/deployment.md", "utf8");
  const told = `${last}\n${guide}`;
  const named = (pattern: RegExp) => new Set([...told.matchAll(pattern)].map(([, file = ""]) => file));
  expect(named(/--import"?,? "?tsx"?,? "?([\w/-]+\.ts)/gu)).toEqual(new Set(["scripts/cli.ts"]));
  expect(existsSync("scripts/cli.ts")).toBe(true);
  expect(named(/--enable-source-maps"?,? "?([\w./-]+\.mjs)/gu)).toEqual(
    new Set((["site", "worker"] as const).map((name) => serverFile(name, ".next"))),
  );
  // Development packages are left out of the image.
  expect(Object.keys(packages.dependencies)).toEqual(expect.arrayContaining(["tsx", "next", "postgres", "pg-boss", "sharp"]));
  const build = /RUN npm run (\w+)/u.exec(stages.join())?.[1] ?? "";
  expect(Object.keys(packages.scripts)).toContain(build);
});

test("TR-52 the image runs as a user without rights, and nothing secret is copied or set in it", () => {
  expect(/^USER (\w+)$/mu.exec(last)?.[1]).toBe("node");
  expect(last.indexOf("USER node")).toBeLessThan(last.indexOf("\nCMD"));
  const named = stages.join("\n").match(/\b(?:AUTH_SECRET|MASTER_KEYS|CRON_SECRET|METRICS_TOKEN|DATABASE_URL|\w+_API_KEY|SMTP_URL)\b/u);
  expect(named).toBeNull();
  const ignored = readFileSync(".dockerignore", "utf8").split("\n");
  expect(ignored).toEqual(expect.arrayContaining([".git", ".env*", ".data", "node_modules", ".next*"]));
});
