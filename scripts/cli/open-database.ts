import { access } from "node:fs/promises";
import { join } from "node:path";
import { runningEmbedded, startEmbedded } from "@/db/embedded";
import { clusterFolder, environmentOf, localSecrets, openFolder } from "../instance";
import { lockFolder } from "../instance-lock";
import { type Command, UsageError, type Values } from "./command";

export interface Opened {
  readonly environment: Readonly<Record<string, string>>;
  readonly ownerUrl: string;
  readonly folder: string;
  close(): Promise<void>;
}

type Given = Readonly<Record<string, string | undefined>>;

/** The database and the environment that a command runs with: the configured ones, or those of the data folder. */
export function openDatabase(command: Command, values: Values, given: Given): Promise<Opened> {
  return command.on === "new" ? openNew(values, given) : openInstallation(given);
}

async function openInstallation(given: Given): Promise<Opened> {
  const folder = await openFolder(given);
  const configured = given["DATABASE_URL"] || undefined;
  const known = await exists(join(folder, "secrets.json"));
  const { DATABASE_PASSWORD = "", ...secrets } = known ? await localSecrets(folder) : {};
  if (configured !== undefined) return ready(given, folder, configured, secrets, () => Promise.resolve());
  if (!known)
    throw new Error(`There is no installation in ${folder}: start it once (npm start), name it with DATA_DIR, or set DATABASE_URL.`);
  const running = await runningEmbedded({ folder: clusterFolder(folder), password: DATABASE_PASSWORD });
  if (running !== null) return ready(given, folder, running, secrets, () => Promise.resolve());
  return ownCluster(given, folder, { secrets, password: DATABASE_PASSWORD });
}

async function openNew(values: Values, given: Given): Promise<Opened> {
  const folder = await openFolder({ DATA_DIR: String(values["data"]) });
  const known = await exists(join(folder, "secrets.json"));
  if (!known && given["MASTER_KEYS"] === undefined) {
    throw new UsageError(
      `The backup does not hold the keys of the saved installation: copy its secrets.json into ${folder} first, or set MASTER_KEYS and AUTH_SECRET.`,
    );
  }
  const { DATABASE_PASSWORD = "", ...secrets } = known || values["into"] === undefined ? await localSecrets(folder) : {};
  const into = values["into"];
  // The address given is the one to fill, whatever the environment says.
  const { DATABASE_OWNER_URL: _owner, DATABASE_URL: _url, ...others } = given;
  if (typeof into === "string") return ready(others, folder, into, secrets, () => Promise.resolve());
  return ownCluster(others, folder, { secrets, password: DATABASE_PASSWORD });
}

async function ownCluster(
  given: Given,
  folder: string,
  { secrets, password }: { secrets: Readonly<Record<string, string>>; password: string },
): Promise<Opened> {
  const release = await lockFolder(folder);
  try {
    const embedded = await startEmbedded({ folder: clusterFolder(folder), password });
    return ready(given, folder, embedded.url, secrets, () => embedded.stop().finally(release));
  } catch (error) {
    await release();
    throw error;
  }
}

function ready(given: Given, folder: string, url: string, secrets: Readonly<Record<string, string>>, close: () => Promise<void>): Opened {
  const environment = { ...environmentOf({ LOG_LEVEL: "error", ...given }, folder, url, secrets), DATABASE_URL: url };
  return { environment, ownerUrl: given["DATABASE_OWNER_URL"] || url, folder, close };
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
