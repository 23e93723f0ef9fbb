import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { faults, type StoreDouble } from "../testing/double-server";
import { s3Bucket, s3Keys, startS3Double } from "../testing/s3-double";
import { startUploadthingDouble, uploadthingToken } from "../testing/uploadthing-double";
import { localStore } from "./local-store";
import { s3Store } from "./s3-store";
import { type FileStore, StoredObjectMissing, StoreUnavailable } from "./store";
import { uploadthingStore } from "./uploadthing-store";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stores-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const newKey = () => randomBytes(16).toString("hex");
const tomorrow = () => new Date(Date.now() + 86_400_000);
const yesterday = () => new Date(Date.now() - 86_400_000);

async function onDisk(bytes: Buffer): Promise<string> {
  const path = join(folder, newKey());
  await writeFile(path, bytes);
  return path;
}

async function keysOf(store: FileStore, olderThan: Date): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(olderThan)) keys.push(key);
  return keys.toSorted();
}

interface Opened {
  readonly store: FileStore;
  readonly double?: StoreDouble;
  readonly close: () => Promise<void>;
}

const s3On = (double: StoreDouble, timeout: number) =>
  s3Store({ endpoint: double.url, region: "eu-west-3", bucket: s3Bucket, ...s3Keys, timeout });
const uploadthingOn = (double: StoreDouble, timeout: number) =>
  uploadthingStore({ token: uploadthingToken, apiUrl: double.url, ingestUrl: double.url, filesHost: double.host, timeout });

const stores: Record<string, (timeout?: number) => Promise<Opened>> = {
  local: () => Promise.resolve({ store: localStore(join(folder, "local")), close: () => Promise.resolve() }),
  s3: (timeout = 10_000) => startS3Double().then((double) => ({ store: s3On(double, timeout), double, close: () => double.close() })),
  uploadthing: (timeout = 10_000) =>
    startUploadthingDouble().then((double) => ({ store: uploadthingOn(double, timeout), double, close: () => double.close() })),
};

describe.each(Object.keys(stores))("TR-21 the store %s", (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await (stores[name] ?? (() => Promise.reject(new Error("unknown store"))))();
  });
  afterAll(() => opened.close());

  test("TR-21 gives back what it was given, byte for byte, also once the file it came from is gone", async () => {
    const bytes = randomBytes(300_000);
    const path = await onDisk(bytes);
    const key = await opened.store.put(newKey(), path);
    await rm(path);
    expect((await buffer(await opened.store.get(key))).equals(bytes)).toBe(true);
  });

  test("TR-21 says that an object is missing, and removes it without complaint", async () => {
    const key = await opened.store.put(newKey(), await onDisk(Buffer.from("x")));
    await opened.store.remove(key);
    await expect(opened.store.get(key)).rejects.toBeInstanceOf(StoredObjectMissing);
    await opened.store.remove(key);
  });

  test("TR-21 lists every object older than an instant, over several pages, and no younger one", async () => {
    const keys = await Promise.all([1, 2, 3, 4, 5].map(async () => opened.store.put(newKey(), await onDisk(Buffer.from("x")))));
    expect(await keysOf(opened.store, tomorrow())).toEqual(expect.arrayContaining(keys));
    expect(await keysOf(opened.store, yesterday())).toEqual([]);
  });
});

describe.each(["s3", "uploadthing"] as const)("TR-21 the store %s out of order", (name) => {
  let opened: Opened;
  let double: StoreDouble;
  beforeAll(async () => {
    const start = stores[name];
    if (start === undefined) throw new Error("unknown store");
    opened = await start(700);
    if (opened.double === undefined) throw new Error("no double");
    double = opened.double;
  });
  afterEach(() => {
    double.fault = undefined;
  });
  afterAll(() => opened.close());

  test.each(faults)("TR-21 a put that meets %s is told as a failure, and our own key takes back what it may have left", async (fault) => {
    const key = newKey();
    const path = await onDisk(randomBytes(200_000));
    double.fault = fault;
    await expect(opened.store.put(key, path)).rejects.toBeInstanceOf(StoreUnavailable);
    double.fault = undefined;
    await opened.store.remove(key);
    expect(double.objects.size).toBe(0);
  });

  test.each(["error", "hang"] as const)("TR-21 a get that meets %s is told as a failure, not as an absence", async (fault) => {
    const key = await opened.store.put(newKey(), await onDisk(Buffer.from("x")));
    double.fault = fault;
    await expect(opened.store.get(key)).rejects.toBeInstanceOf(StoreUnavailable);
    double.fault = undefined;
    await opened.store.remove(key);
  });

  test("TR-21 a get that is cut in the middle ends in an error, never in a shorter file", async () => {
    const key = await opened.store.put(newKey(), await onDisk(randomBytes(400_000)));
    double.fault = "cut";
    await expect(opened.store.get(key).then(buffer)).rejects.toBeInstanceOf(Error);
    double.fault = undefined;
    await opened.store.remove(key);
  });

  test.each(["error", "hang"] as const)("TR-21 a removal or a list that meets %s is told as a failure", async (fault) => {
    double.fault = fault;
    await expect(opened.store.remove(newKey())).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(keysOf(opened.store, tomorrow())).rejects.toBeInstanceOf(StoreUnavailable);
  });
});

describe("TR-21 the folder of the server", () => {
  test("TR-21 a copy that fails leaves neither the file nor a half of it", async () => {
    const store = localStore(join(folder, "half"));
    await expect(store.put(newKey(), join(folder, "not-there"))).rejects.toBeInstanceOf(StoreUnavailable);
    const left = await readdir(join(folder, "half"), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  test.each(["EXDEV", "EPERM"])(
    "TR-21 where the disk gives a file no second name (%s), its bytes are kept a second time, whole",
    async (code) => {
      const store = localStore(join(folder, code), () => Promise.reject(Object.assign(new Error(code), { code })));
      const bytes = randomBytes(300_000);
      const path = await onDisk(bytes);
      const key = await store.put(newKey(), path);
      await writeFile(path, "something else");
      expect((await buffer(await store.get(key))).equals(bytes)).toBe(true);
      expect(await keysOf(store, tomorrow())).toEqual([key]);
    },
  );

  test("TR-21 a second name that is refused for another reason is told as a failure", async () => {
    const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
    const store = localStore(join(folder, "full"), () => Promise.reject(full));
    await expect(store.put(newKey(), await onDisk(randomBytes(1_000)))).rejects.toMatchObject({ cause: full });
    expect(await keysOf(store, tomorrow())).toEqual([]);
  });

  test("TR-20 a key that is a path never reaches the disk", async () => {
    const store = localStore(join(folder, "paths"));
    for (const key of ["../../etc/passwd", "/etc/passwd", `${newKey()}/../x`, ""])
      await expect(store.get(key)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test("TR-21 the half of a copy that a crash left is listed for the sweeper, once old", async () => {
    const home = join(folder, "crash");
    const store = localStore(home);
    const key = await store.put(newKey(), await onDisk(Buffer.from("whole")));
    const path = join(home, key.slice(0, 2), key.slice(2, 4), `${key}.part`);
    await writeFile(path, "half");
    await utimes(path, yesterday(), yesterday());
    expect(await keysOf(store, new Date(Date.now() - 3_600_000))).toEqual([`${key}.part`]);
    await store.remove(`${key}.part`);
    expect(await readFile(path.replace(".part", ""), "utf8")).toBe("whole");
  });
});
