import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { isLong } from "../support/profile";
import { cli, freePort, processesOn, serve, start } from "./support/run";

test.skip(process.platform !== "linux", "processes are looked for in /proc");
test.describe.configure({ mode: "serial", timeout: 240_000 });

const home = mkdtempSync(join(tmpdir(), "espaces-start-"));
const folder = join(home, "data");
let port = 0;
const here = () => ({ DATA_DIR: folder, PORT: String(port), LOG_LEVEL: "warn" });
const nothingLeft = () => expect(() => expect(processesOn(folder)).toEqual([])).toPass({ timeout: 10_000, intervals: [100] });

test.beforeAll(async () => {
  // The embedded database's own user must be able to enter.
  if (process.getuid?.() === 0) execFileSync("chmod", ["755", home]);
  port = await freePort();
});
test.afterAll(() => rmSync(home, { recursive: true, force: true }));

test("TR-50 one command starts everything; a second one on the same folder or port says so and ends; SIGTERM leaves nothing running", async () => {
  const first = start(here());
  await first.says("Ready: http://localhost:");
  expect(first.output()).toContain("Demonstration-2026!");
  expect((await fetch(`http://localhost:${port}/api/ready`)).status).toBe(200);
  // The secrets that were made up are the owner's alone.
  expect(statSync(join(folder, "secrets.json")).mode & 0o077).toBe(0);

  const other = String(await freePort());
  const twin = start({ ...here(), PORT: other });
  expect(await twin.end(60)).toBe(1);
  expect(twin.output()).toContain(`The data folder ${folder} is already in use by another start (process ${first.child.pid})`);

  const elsewhere = join(home, "elsewhere");
  const neighbour = start({ DATA_DIR: elsewhere, PORT: String(port) });
  expect(await neighbour.end(60)).toBe(1);
  expect(neighbour.output().trim()).toBe(`Port ${port} is already taken: stop what uses it, or set PORT to another number.`);
  expect(processesOn(elsewhere)).toEqual([]);

  const check = cli(["check"], { DATA_DIR: folder });
  await check.end(60);
  // Its worker shows itself within a quarter of a minute; everything else is in order at once.
  expect(check.output()).not.toMatch(/^WRONG (?!.*worker)/mu);
  expect(check.output().match(/^ok /gmu)?.length).toBeGreaterThanOrEqual(9);

  first.child.kill("SIGTERM");
  expect(await first.end(10)).toBe(0);
  await nothingLeft();
});

test("TR-50 a run that was killed is recovered: what it left ends, the next start rebuilds nothing and finds everything in place", async () => {
  const killed = start(here());
  await killed.says("Ready:");
  const made = cli(
    [
      "create-administrator",
      "--address",
      "garde@exemple.fr",
      "--civility",
      "m",
      "--first-name",
      "Paul",
      "--last-name",
      "Garde",
      "--print-link",
    ],
    { DATA_DIR: folder },
  );
  expect(await made.end(60)).toBe(0);
  expect(made.output()).toMatch(/\/compte\/lien\/[\w-]{43}/u);
  killed.child.kill("SIGKILL");
  await killed.end();

  const next = start(here());
  await next.says("Ready:");
  // How long it takes (goal: 10 s) is told by `npm run bench`.
  expect(next.output()).not.toContain("Building");
  const again = cli(
    ["create-administrator", "--address", "garde@exemple.fr", "--civility", "m", "--first-name", "Paul", "--last-name", "Garde"],
    { DATA_DIR: folder },
  );
  await again.says("is an administrator already");
  next.child.kill("SIGINT");
  expect(await next.end(10)).toBe(0);
  await nothingLeft();
});

test("TR-50 SIGTERM and Ctrl-C in the middle of starting end it at once, whatever it was doing, and the next start is sound", async () => {
  const fresh = join(home, "fresh");
  const moments = [
    [fresh, null],
    [fresh, "Preparing the database"],
    [folder, "Preparing the database"],
  ] as const;
  for (const [given, moment] of isLong ? moments : moments.slice(0, 2)) {
    const starting = start({ ...here(), DATA_DIR: given });
    // Without words to wait for: while the cluster is being made.
    if (moment === null)
      await expect(() => expect(processesOn(given).some((line) => line.includes("initdb"))).toBe(true)).toPass({
        timeout: 20_000,
        intervals: [10],
      });
    else await starting.says(moment);
    starting.child.kill(moment === null ? "SIGTERM" : "SIGINT");
    expect(await starting.end(10)).toBe(0);
    await expect(() => expect(processesOn(given)).toEqual([])).toPass({ timeout: 5_000 });
  }
  const check = cli(["migrate"], { DATA_DIR: fresh });
  await check.says("The database is at this version.");
  expect(await check.end()).toBe(0);
});

test("TR-50 SIGTERM while the site is being built ends the build too", async () => {
  test.skip(!isLong, "begins a build: npm run test:long");
  const dist = `.next-cut-${process.pid}`;
  try {
    const building = start({ ...here(), NEXT_DIST_DIR: dist });
    await building.says("Building the site");
    await expect(() => expect(processesOn(folder).some((line) => /next/u.test(line))).toBe(true)).toPass({
      timeout: 10_000,
      intervals: [50],
    });
    building.child.kill("SIGTERM");
    expect(await building.end(10)).toBe(0);
    await nothingLeft();
  } finally {
    for (const made of [dist, `tsconfig${dist}.json`]) rmSync(made, { recursive: true, force: true });
  }
});

test("TR-52 a wrong configuration is one message that names every error and repeats no secret; nothing stays running", async () => {
  const wrong = start({
    ...here(),
    APP_MODE: "production",
    APP_URL: "http://formation.example",
    AUTH_SECRET: "canary-short",
    MASTER_KEYS: "canary-key",
    S3_BUCKET: "",
    FILE_STORE: "s3",
  });
  expect(await wrong.end(60)).toBe(1);
  const names = ["APP_URL", "AUTH_SECRET", "MASTER_KEYS", "CRON_SECRET", "METRICS_TOKEN", "SMTP_URL", "S3_BUCKET"];
  expect(names.filter((name) => !wrong.output().includes(`- ${name}: `))).toEqual([]);
  expect(wrong.output()).not.toMatch(/canary|\n\s+at /u);
  await nothingLeft();
});

for (const [name, environment, message] of [
  ["a port that is no number", { PORT: "http" }, /^PORT must be a number between 1 and 65535, not "http"\.$/u],
  [
    "a database that does not answer",
    { DATABASE_URL: "postgres://u:p@127.0.0.1:1/x" },
    /^The database does not answer at the address of DATABASE_URL .*\.$/mu,
  ],
  ["a data folder that is a file", { DATA_DIR: "/dev/null" }, /\/dev\/null/u],
] as const) {
  test(`TR-50 one clear message, exit code 1, nothing left: ${name}`, async () => {
    const failing = start({ ...here(), ...environment });
    expect(await failing.end(60)).toBe(1);
    expect(failing.output().replace("Preparing the database…\n", "").trim()).toMatch(message);
    expect(failing.output()).not.toMatch(/\n\s+at /u);
    await nothingLeft();
  });
}

test("TR-50 a full disk is told in one message, and nothing stays running", async () => {
  const small = join(home, "small");
  mkdirSync(small);
  test.skip(!mounted(small), "this machine lets nobody mount a small disk; scripts/explain-failure.test.ts tells the message");
  try {
    const failing = start({ ...here(), DATA_DIR: small });
    expect(await failing.end(60)).toBe(1);
    expect(failing.output().trim()).toMatch(
      /^The disk is full: free some space where DATA_DIR lies, then start again\. Nothing was lost\.$/u,
    );
    expect(processesOn(small)).toEqual([]);
  } finally {
    execFileSync("umount", [small]);
  }
});

function mounted(path: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m,mode=755", "tmpfs", path], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const alone = {
  DATABASE_URL: "postgres://u:p@127.0.0.1:1/x",
  AUTH_SECRET: "s".repeat(32),
  MASTER_KEYS: `k:${Buffer.alloc(32, 1).toString("base64")}`,
  NODE_ENV: "production",
};

test("TR-50 the port that a program of somebody else has is told by the site itself too", async () => {
  const taken = createServer().listen(0);
  const address = taken.address();
  const site = serve("site", { ...alone, PORT: String(typeof address === "object" ? address?.port : 0) });
  expect(await site.end(60)).toBe(1);
  expect(site.output()).toContain("is already taken");
  taken.close();
});

test("TR-45 closed for maintenance: a page that helps, without database nor scripts, whose reference is in the log; the process counts as alive", async () => {
  const own = await freePort();
  const site = serve("site", { ...alone, PORT: String(own), MAINTENANCE: "1", LOG_LEVEL: "info" });
  await site.says('"msg":"site ready"');
  const answer = await fetch(`http://localhost:${own}/compte/connexion`);
  const text = await answer.text();
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "600"]);
  const reference = /Référence à donner à l’assistance\s: <strong>(\w{10})<\/strong>/u.exec(text)?.[1];
  await site.says(`"reference":"${reference}"`);
  expect((await fetch(`http://localhost:${own}/api/health`)).status).toBe(200);
  expect((await fetch(`http://localhost:${own}/maintenance.css`)).headers.get("content-type")).toContain("text/css");
  site.child.kill("SIGTERM");
  expect(await site.end(10)).toBe(0);
});

test("TR-50 a data folder that only its owner may enter will do, also for root, whose database runs as another user", async () => {
  test.skip(!isLong, "one more first start: npm run test:long");
  const closed = join(home, "closed");
  mkdirSync(closed, { mode: 0o700 });
  const starting = start({ ...here(), DATA_DIR: join(closed, "data") });
  await starting.says("Reference data loaded.");
  starting.child.kill("SIGTERM");
  expect(await starting.end(10)).toBe(0);
  expect(statSync(closed).mode & 0o077).toBe(0);
});
