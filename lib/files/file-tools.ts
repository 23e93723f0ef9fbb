import { join, resolve } from "node:path";
import { env } from "@/lib/core/env";
import { personQuotaBytes, type PlaceLimits, placeLimits } from "./places.data";
import { type ScanVerdict, scanWithClamd } from "./scan-with-clamd";
import { localStore } from "./stores/local-store";
import { s3Store } from "./stores/s3-store";
import type { FileStore } from "./stores/store";
import { uploadthingStore } from "./stores/uploadthing-store";
import type { FilePlace, FileStoreId } from "./vocabulary";

/** What the file verbs work with; tests hand in their own. */
export interface FileTools {
  /** Where new files go. */
  readonly store: FileStore;
  /** Where an older file lies: the configuration may have changed since. */
  readonly storeOf: (id: FileStoreId) => FileStore;
  /** Null when no scanner is configured. */
  readonly scan: ((bytes: Buffer) => Promise<ScanVerdict>) | null;
  /** Where a file waits, encrypted, while it is received. */
  readonly folder: string;
  readonly places: Readonly<Record<FilePlace, PlaceLimits>>;
  readonly quotaBytes: number;
}

let tools: FileTools | undefined;

/** The tools of this installation, made from the configuration at first use. */
export const fileTools = (): FileTools => (tools ??= fromConfiguration());

function fromConfiguration(): FileTools {
  const opened = new Map<FileStoreId, FileStore>();
  const storeOf = (id: FileStoreId): FileStore => {
    const store = opened.get(id) ?? stores[id]();
    opened.set(id, store);
    return store;
  };
  const clamd = env.CLAMD_URL;
  return {
    store: storeOf(env.FILE_STORE),
    storeOf,
    scan: clamd === undefined ? null : (bytes) => scanWithClamd(clamd, bytes),
    folder: resolve(env.DATA_DIR, "receiving"),
    places: placeLimits,
    quotaBytes: personQuotaBytes,
  };
}

const stores = {
  local: () => localStore(join(resolve(env.DATA_DIR), "files")),
  s3: () =>
    s3Store({
      endpoint: env.S3_ENDPOINT,
      region: env.S3_REGION,
      bucket: configured("S3_BUCKET", env.S3_BUCKET),
      accessKeyId: configured("S3_ACCESS_KEY_ID", env.S3_ACCESS_KEY_ID),
      secretAccessKey: configured("S3_SECRET_ACCESS_KEY", env.S3_SECRET_ACCESS_KEY),
    }),
  uploadthing: () =>
    uploadthingStore({
      token: configured("UPLOADTHING_TOKEN", env.UPLOADTHING_TOKEN),
      apiUrl: env.UPLOADTHING_API_URL,
      ingestUrl: env.UPLOADTHING_INGEST_URL,
    }),
} as const satisfies Record<FileStoreId, () => FileStore>;

/** Files written under an earlier configuration need its settings until they are moved. */
function configured(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`${name} is not set, but some files lie in the store that needs it`);
  return value;
}
