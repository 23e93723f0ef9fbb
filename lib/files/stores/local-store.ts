import { createReadStream, createWriteStream } from "node:fs";
import { link, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pieceBytes } from "../encrypted-chunks";
import { type FileStore, StoredObjectMissing, type StoredObject, StoreUnavailable } from "./store";

/** Our own keys, or a copy that a crash left unfinished; anything else never touches the disk. */
const keyShape = /^[0-9a-f]{32}(?:\.part)?$/u;

/** A folder of the server, in two levels of 256. A file appears under its name only once it is whole and on the disk. */
export function localStore(folder: string, nameTwice: typeof link = link): FileStore {
  const pathOf = (key: string): string => {
    if (!keyShape.test(key)) throw new Error(`not a key of the local store: ${key.slice(0, 50)}`);
    return join(folder, key.slice(0, 2), key.slice(2, 4), key);
  };
  return {
    id: "local",
    givesOwnBytes: true,
    put: (key, path) => onDisk("put", () => keepWhole(path, pathOf(key), nameTwice).then(() => key)),
    get: (key) => onDisk("get", () => openStream(pathOf(key))),
    remove: (key) => onDisk("remove", () => rm(pathOf(key), { force: true })),
    list: (olderThan) => listFolder(folder, olderThan),
  };
}

async function keepWhole(from: string, to: string, nameTwice: typeof link): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await sync(from, "r+");
  // The same bytes under a second name; where the disk cannot do that, the bytes a second time.
  await nameTwice(from, to).catch((error: unknown) => (isWithoutLinks(error) ? copyWhole(from, to) : Promise.reject(error)));
  await sync(dirname(to), "r");
}

const withoutLinks = new Set(["EXDEV", "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);
const isWithoutLinks = (error: unknown): boolean => withoutLinks.has(codeOf(error));

async function copyWhole(from: string, to: string): Promise<void> {
  const part = `${to}.part`;
  try {
    await pipeline(createReadStream(from), createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
}

/** On the disk, not on its way there. A file's name survives a power cut only when its folder is written too. */
async function sync(path: string, flags: "r" | "r+"): Promise<void> {
  const handle = await open(path, flags);
  await handle.sync().finally(() => handle.close());
}

async function openStream(path: string) {
  const handle = await open(path);
  return handle.createReadStream({ highWaterMark: pieceBytes });
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

const isAbsence = (error: unknown): boolean => codeOf(error) === "ENOENT";
const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");
