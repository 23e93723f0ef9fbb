import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Ctx } from "@/lib/core/ctx";
import { env } from "@/lib/core/env";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { readWorkerPulse } from "@/lib/jobs/read-worker-pulse";
import { checkClock, checkDatabase, checkExtensions, checkMigrations, checkPrivileges } from "./check-database";
import { checkTransport, type TransportToCheck } from "./check-transport";

/** One thing looked at: what is right, or what is wrong with it. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

type Check = (ctx: Ctx) => Promise<string>;

export interface ToCheck {
  /** Owner of the database, who alone may read which migrations it had. */
  readonly ownerUrl: string;
  readonly tools?: FileTools;
  readonly transport?: TransportToCheck;
}

const workerSilence = 120_000;

/** Looks at everything that the service needs, each thing apart, and never stops at the first that is wrong (TR-51). */
export async function checkInstallation(
  ctx: Ctx,
  { ownerUrl, tools = fileTools(), transport = env }: ToCheck,
): Promise<readonly Finding[]> {
  const checks: Readonly<Record<string, Check>> = {
    configuration: () =>
      Promise.resolve(
        `${env.APP_MODE} mode, ${new URL(env.APP_URL).origin}, active master key "${env.MASTER_KEYS[0]?.id ?? ""}" of ${env.MASTER_KEYS.length}`,
      ),
    database: checkDatabase,
    migrations: () => checkMigrations(ownerUrl),
    extensions: checkExtensions,
    privileges: checkPrivileges,
    clock: checkClock,
    "file store": () => checkStore(tools),
    "virus scanner": () => checkScanner(tools),
    mail: () => checkTransport(transport),
    worker: checkWorker,
  };
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(checks)) findings.push(await find(ctx, name, check));
  return findings;
}

async function find(ctx: Ctx, name: string, check: Check): Promise<Finding> {
  try {
    return { name, ok: true, detail: await check(ctx) };
  } catch (error) {
    return { name, ok: false, detail: reasonOf(error) };
  }
}

/** The innermost message says most: wrappers repeat the statement. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message || ("code" in error ? String(error.code) : error.name);
}

/** Writes, reads and removes a small object. */
async function checkStore({ store }: FileTools): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "check-"));
  const content = randomBytes(16).toString("hex");
  try {
    const path = join(folder, "probe");
    await writeFile(path, content);
    const key = await store.put(randomBytes(16).toString("hex"), path);
    const back = await text(await store.get(key));
    await store.remove(key);
    if (back !== content) throw new Error(`the ${store.id} store gave back something else than what was written`);
    return `${store.id}: written, read and removed`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkScanner({ scan }: FileTools): Promise<string> {
  if (scan === null) return "none configured (CLAMD_URL)";
  const verdict = await scan(Buffer.from("check"));
  if (!verdict.clean) throw new Error("the scanner refuses a harmless text");
  return "answers";
}

async function checkWorker(ctx: Ctx): Promise<string> {
  const pulse = await readWorkerPulse(ctx);
  if (pulse === null)
    throw new Error("no worker ever looked after the queue: mails and jobs wait. Start one (node .next/servers/worker.mjs)");
  const silence = ctx.now.getTime() - pulse.getTime();
  if (silence > workerSilence) throw new Error(`no worker for ${Math.round(silence / 60_000)} minutes: mails and jobs wait`);
  return `alive ${Math.max(0, Math.round(silence / 1000))} s ago`;
}
