import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded";
import { lockFolder } from "./instance-lock";

/** What one installation runs with: its database and the environment given to its processes. */
export interface Instance {
  readonly environment: Readonly<Record<string, string>>;
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

type Given = Readonly<Record<string, string | undefined>>;

/** Secrets of an installation without configured ones: made once, kept beside the data, readable by its owner alone. */
export async function localSecrets(folder: string): Promise<Record<string, string>> {
  const file = join(folder, "secrets.json");
  const known = await readFile(file, "utf8").catch(() => null);
  if (known !== null) return JSON.parse(known) as Record<string, string>;
  const secret = () => randomBytes(32).toString("base64");
  const made = {
    AUTH_SECRET: secret(),
    MASTER_KEYS: `local1:${secret()}`,
    CRON_SECRET: secret(),
    METRICS_TOKEN: secret(),
    DATABASE_PASSWORD: randomBytes(16).toString("hex"),
  };
  // Whole or not at all, also when the disk is full.
  await writeFile(`${file}.part`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.part`, file);
  return made;
}

/** The data folder, made when missing. */
export async function openFolder(given: Given): Promise<string> {
  const folder = resolve(given["DATA_DIR"] || ".data");
  await mkdir(folder, { recursive: true });
  // The database's user must be able to pass; what is secret in it has its own mode.
  if (process.getuid?.() === 0) await chmod(folder, 0o755);
  return folder;
}

/** Where the embedded database of a data folder lives. */
export const clusterFolder = (folder: string) => join(folder, "postgres");

/** The environment of an installation's processes: what was given, over what this folder makes up for. */
export function environmentOf(
  given: Given,
  folder: string,
  databaseUrl: string,
  secrets: Readonly<Record<string, string>>,
): Record<string, string> {
  const production = given["APP_MODE"] === "production";
  const port = given["PORT"] || "3000";
  const defaults = {
    // Production has keys of its own, kept apart from the data: missing ones are errors.
    ...(production ? {} : secrets),
    // A terminal to read: production's log, one line per request, goes to a collector.
    LOG_LEVEL: production ? "info" : "warn",
    PORT: port,
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const set = (values: Given) =>
    Object.entries(values).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, value] as const]));
  return { ...defaults, ...Object.fromEntries(set(given)), DATA_DIR: folder };
}

/** Prepares the data folder and the database (the configured one, or one of our own). `signal` gives up on the way. */
export async function openInstance(given: Given, signal?: AbortSignal): Promise<Instance> {
  const folder = await openFolder(given);
  const release = await lockFolder(folder);
  try {
    const configured = given["DATABASE_URL"] || undefined;
    const { DATABASE_PASSWORD = "", ...secrets } =
      given["APP_MODE"] === "production" && configured !== undefined ? {} : await localSecrets(folder);
    const embedded: EmbeddedDatabase | null =
      configured === undefined
        ? await startEmbedded({ folder: clusterFolder(folder), password: DATABASE_PASSWORD, ...(signal === undefined ? {} : { signal }) })
        : null;
    const url = embedded?.url ?? configured ?? "";
    const stop = async () => {
      await embedded?.stop();
      await release();
    };
    return { environment: environmentOf(given, folder, url, secrets), ownerUrl: given["DATABASE_OWNER_URL"] || url, stop };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Refuses when the port is taken, before anything is started; `patience` milliseconds for a killed run's site to leave it. */
export async function ensurePortIsFree(port: number, patience = 0): Promise<void> {
  for (let waited = 0; !(await isPortFree(port)); waited += 200) {
    if (waited >= patience) throw new Error(`Port ${port} is already taken: stop what uses it, or set PORT to another number.`);
    await wait(200);
  }
}

function isPortFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, () => probe.close(() => done(true)));
  });
}
