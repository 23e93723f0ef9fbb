import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type FileStore, StoredObjectMissing, type StoredObject, StoreUnavailable } from "./store";

/** Our own keys, or a copy that a crash left unfinished; anything else never touches the disk. */
const keyShape = /^[0-9a-f]{32}(?:\.part)?$/u;

/** A folder of the server, in two levels of 256. A file appears under its name only once it is whole and on the disk. */
export function localStore(folder: string): FileStore {
  const pathOf = (key: string): string => {
    if (!keyShape.test(key)) throw new Error(`not a key of the local store: ${key.slice(0, 50)}`);
    return join(folder, key.slice(0, 2), key.slice(2, 4), key);
  };
  return {
    id: "local",
    put: (key, path) => onDisk("put", () => copyWhole(path, pathOf(key)).then(() => key)),
    get: (key) => onDisk("get", () => openStream(pathOf(key))),
    remove: (key) => onDisk("remove", () => rm(pathOf(key), { force: true })),
    list: (olderThan) => listFolder(folder, olderThan),
  };
}

async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const part = `${to}.part`;
  try {
    await pipeline(createReadStream(from), createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, to);
    await syncFolder(dirname(to));
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
}

/** The name itself survives a power cut only when its folder is written too. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}

async function openStream(path: string) {
  const handle = await open(path);
  return handle.createReadStream();
}

async function* listFolder(folder: string, olderThan: Date): AsyncIterable<StoredObject> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isAbsence(error)) return [];
    throw new StoreUnavailable("local list failed", { cause: error });
  });
  for (const name of names) {
    if (!name.isFile() || !keyShape.test(name.name)) continue;
    const facts = await stat(join(name.parentPath, name.name)).catch(() => null);
    if (facts !== null && facts.mtime < olderThan) yield { key: name.name, bytes: facts.size };
  }
}

async function onDisk<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isAbsence(error) && what === "get") throw new StoredObjectMissing("no such file", { cause: error });
    throw new StoreUnavailable(`local ${what} failed`, { cause: error });
  }
}

const isAbsence = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";
