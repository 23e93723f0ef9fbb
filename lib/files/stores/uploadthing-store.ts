import { openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import { UTApi, UTFile } from "uploadthing/server";
import { askStore, type FileStore, StoredObjectMissing, type StoredObject } from "./store";

export interface UploadThingSettings {
  readonly token: string;
  /** The three below: only for a stand-in of the service. */
  readonly apiUrl?: string | undefined;
  readonly ingestUrl?: string | undefined;
  /** Host that serves the files; those of a stand-in are found by path, not by sub-domain. */
  readonly filesHost?: string | undefined;
  readonly timeout?: number;
}

const pageSize = 500;
const linkSeconds = 60;

/**
 * UploadThing, with private files: what reaches it is encrypted already, and is read through links of one minute that
 * never leave the server. It names files itself; our own key goes along as `customId`, to clean up a broken transfer.
 */
export function uploadthingStore({ token, apiUrl, ingestUrl, filesHost, timeout = 60_000 }: UploadThingSettings): FileStore {
  const api = new UTApi({
    token,
    logLevel: "None",
    ...(apiUrl === undefined ? {} : { apiUrl }),
    ...(ingestUrl === undefined ? {} : { ingestUrl }),
    ...(filesHost === undefined ? {} : { ufsHost: filesHost, ufsAppIdLocation: "path" }),
    // Its calls other than uploads take no signal; none may wait for ever.
    fetch: (input, init) => fetchWithin(timeout, input, init),
  });
  return {
    id: "uploadthing",
    givesOwnBytes: false,
    put: (key, path) => askStore("uploadthing put", timeout, (signal) => send(api, key, path, signal)),
    get: (key) => askStore("uploadthing get", timeout, (signal) => download(api, key, signal)),
    remove: (key) =>
      askStore("uploadthing remove", timeout, async () => {
        // Absence is not an error here: nothing is counted as deleted, that is all.
        const { success } = await api.deleteFiles(key, { keyType: ourKey.test(key) ? "customId" : "fileKey" });
        if (!success) throw new Error("deletion refused");
      }),
    list: (olderThan) => listFiles(api, timeout, olderThan),
  };
}

const ourKey = /^[0-9a-f]{32}$/u;

const fetchWithin = (timeout: number, input: string | URL | Request, init: RequestInit = {}) =>
  fetch(input, { ...init, signal: AbortSignal.any([AbortSignal.timeout(timeout), ...(init.signal ? [init.signal] : [])]) });

async function send(api: UTApi, key: string, path: string, signal: AbortSignal): Promise<string> {
  const file = new UTFile([await openAsBlob(path)], `${key}.bin`, { customId: key, type: "application/octet-stream" });
  const { data, error } = await api.uploadFiles(file, { acl: "private", contentDisposition: "attachment", signal });
  if (error !== null) throw new Error(error.message, { cause: error });
  return data.key;
}

async function download(api: UTApi, key: string, signal: AbortSignal): Promise<Readable> {
  const { ufsUrl } = await api.generateSignedURL(key, { expiresIn: linkSeconds });
  const response = await fetch(ufsUrl, { signal });
  if (response.status === 404) throw new StoredObjectMissing("no such file");
  if (!response.ok || response.body === null) throw new Error(`answered ${response.status}`);
  return Readable.from(response.body, { objectMode: false });
}

async function* listFiles(api: UTApi, timeout: number, olderThan: Date): AsyncIterable<StoredObject> {
  for (let offset = 0; ; offset += pageSize) {
    const page = await askStore("uploadthing list", timeout, () => api.listFiles({ limit: pageSize, offset }));
    for (const { key, size, uploadedAt, status } of page.files) {
      if (status !== "Deletion Pending" && uploadedAt < olderThan.getTime()) yield { key, bytes: size };
    }
    if (!page.hasMore) return;
  }
}
