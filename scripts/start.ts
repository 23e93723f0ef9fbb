import type { ChildProcess } from "node:child_process";
import { get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { explainFailure } from "./explain-failure";
import type { Instance } from "./instance";
import { end, launch } from "./launch";

/**
 * `npm start`: database, migrations, data, build, then worker and site, supervised. Any failure is one clear message,
 * exit code 1, and nothing left running. Ctrl-C and SIGTERM stop everything within ten seconds, at whatever point.
 * Modules are loaded as they are needed: the first lines listen for signals at once.
 */
const say = (text: string) => process.stdout.write(`${text}\n`);
/** Of the ten seconds to stop, in milliseconds: these for worker and site, the rest for the database. */
const patience = 7_500;
/** A killed run's worker and site need so long to notice and end. */
const leftOverPatience = 10_000;
const readyWithin = 60_000;

const children: ChildProcess[] = [];
const giveUp = new AbortController();
const { signal } = giveUp;
/** What must have come to an end, well or badly, before the database may stop. */
let underWay: Promise<unknown> = Promise.resolve();
let opened: Promise<Instance> | undefined;
let stopping: Promise<never> | undefined;

async function main(): Promise<void> {
  const port = Number(process.env["PORT"] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a number between 1 and 65535, not "${process.env["PORT"]}".`);
  const instance = await open(port);
  Object.assign(process.env, instance.environment);
  const { env } = await import("@/lib/core/env");
  await prepare(instance);
  supervise("worker", launch("worker", instance.environment));
  supervise("site", launch("site", instance.environment));
  const site = new URL(env.APP_URL);
  await readiness(port, site.host);
  await welcome(site.origin, env.APP_MODE === "demonstration");
}

async function open(port: number): Promise<Instance> {
  const [{ ensurePortIsFree, openFolder, openInstance }, { lockState }] = await Promise.all([
    import("./instance"),
    import("./instance-lock"),
  ]);
  const state = await lockState(await openFolder(process.env));
  // A second start of the same installation hears so, rather than that some program has the port.
  if (state !== "held") await ensurePortIsFree(port, state === "left over" ? leftOverPatience : 0);
  signal.throwIfAborted();
  opened = openInstance(process.env, signal);
  const instance = await opened;
  signal.throwIfAborted();
  return instance;
}

async function prepare(instance: Instance): Promise<void> {
  say("Preparing the database…");
  const [{ migrateDatabase }, { queues }, { seedAll }, { buildIfNeeded }] = await Promise.all([
    import("@/db/migrate"),
    import("@/lib/jobs/queues"),
    import("@/db/seed/seed-all"),
    import("./build-if-needed"),
  ]);
  for (const step of [
    () => migrateDatabase(instance.ownerUrl, queues),
    () => seedAll(say),
    () => buildIfNeeded(instance.environment, { say, signal }),
  ]) {
    signal.throwIfAborted();
    underWay = step();
    await underWay;
  }
  signal.throwIfAborted();
}

function supervise(name: string, child: ChildProcess): void {
  children.push(child);
  child.once("error", (error) => void stop(1, `The ${name} did not start: ${error.message}`));
  child.once("exit", (code, ended) => void stop(1, `The ${name} stopped by itself (${ended ?? `code ${code}`}); see the messages above.`));
}

/** Waits for the site's own word that it serves, asked under the name that it is known by. */
async function readiness(port: number, host: string): Promise<void> {
  const until = performance.now() + readyWithin;
  while (performance.now() < until) {
    if (signal.aborted || (await isReady(port, host))) return;
    await wait(100);
  }
  throw new Error(`The site did not become ready within ${readyWithin / 1000} seconds; see the messages above.`);
}

function isReady(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const request = get({ host: "127.0.0.1", port, path: "/api/ready", headers: { host }, timeout: 5_000 }, (answer) => {
      answer.resume();
      done(answer.statusCode === 200);
    });
    request.once("error", () => done(false));
    request.once("timeout", () => request.destroy());
  });
}

async function welcome(origin: string, demonstration: boolean): Promise<void> {
  if (signal.aborted) return;
  say(`\nReady: ${origin}`);
  if (demonstration) {
    const { demonstrationAccounts, demonstrationPassword } = await import("@/db/seed/demonstration-accounts.data");
    say(`Local mailbox: ${origin}/courrier-local   Design system: ${origin}/systeme-de-design`);
    say(`Demonstration accounts (password ${demonstrationPassword}):`);
    for (const { address, what } of demonstrationAccounts) say(`  ${address.padEnd(30)} ${what}`);
  }
  say("Ctrl-C stops everything.");
}

/** Ends what is being prepared, then worker and site, then the database; whoever does not leave in time is killed. */
function stop(code: number, message?: string): Promise<never> {
  stopping ??= (async () => {
    if (message !== undefined) process.stderr.write(`${message}\n`);
    giveUp.abort(new Error("Stopped."));
    await Promise.all(children.map((child) => end(child, patience)));
    // A migration or a seed under way is one transaction: it ends with its connection.
    await Promise.race([underWay.catch(() => {}), wait(1_000)]);
    const instance = await opened?.catch(() => undefined);
    await instance?.stop().catch(() => {});
    process.exit(code);
  })();
  return stopping;
}

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => void stop(0));
main().catch((error: unknown) => void stop(1, explainFailure(error)));
