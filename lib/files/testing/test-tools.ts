import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SignedIn } from "@/lib/core/ctx";
import type { FileTools } from "../file-tools";
import { fileFormats } from "../formats.data";
import { personQuotaBytes, placeLimits } from "../places.data";
import type { IncomingFile } from "../receive-file";
import { localStore } from "../stores/local-store";

export interface TestFiles extends FileTools {
  readonly home: string;
  /** Bytes of everything on the disk: store, halves, uploads being received. */
  everything(): Promise<Buffer[]>;
  clean(): Promise<void>;
}

/** A folder of its own, a local store in it, no scanner; override what the story needs. */
export async function testFiles(over: Partial<FileTools> = {}): Promise<TestFiles> {
  const home = await mkdtemp(join(tmpdir(), "files-"));
  const store = over.store ?? localStore(join(home, "files"));
  return {
    store,
    storeOf: () => store,
    scan: null,
    folder: join(home, "receiving"),
    places: placeLimits,
    quotaBytes: personQuotaBytes,
    ...over,
    home,
    everything: async () => {
      const entries = await readdir(home, { recursive: true, withFileTypes: true });
      return Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))));
    },
    clean: () => rm(home, { recursive: true, force: true }),
  };
}

/** The picture's place, open to every format, as the places of later modules are. */
export const openPlaces = { ...placeLimits, account_picture: { ...placeLimits.account_picture, formats: fileFormats } } as const;

export const incoming = (name: string, bytes: Buffer, more: Partial<IncomingFile> = {}): IncomingFile => ({
  place: "account_picture",
  name,
  body: bodyOf(bytes),
  ...more,
});

/** In pieces, as a network brings it. */
export async function* bodyOf(bytes: Buffer, piece = 10_000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

export const someone = (over: Partial<SignedIn> = {}): SignedIn => ({
  kind: "account",
  accountId: randomUUID(),
  sessionId: randomUUID(),
  firstName: "Camille",
  lastName: "Durand",
  address: "camille.durand@demo.example",
  grants: [],
  secondFactor: "not_asked",
  provedAt: new Date("2026-11-21T08:00:00Z"),
  sessionExpiresAt: new Date("2026-11-21T20:00:00Z"),
  ...over,
});
