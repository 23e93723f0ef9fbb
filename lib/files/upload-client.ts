import { paths } from "@/lib/core/paths";
import type { FilePlace } from "./vocabulary";

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
}

export interface UploadOptions {
  readonly signal?: AbortSignal;
  /** From 0 to 100. */
  readonly onProgress?: (percent: number) => void;
}

/** The server said no; the message is the French sentence to show. */
export class UploadRefused extends Error {
  override readonly name = "UploadRefused";
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}
/** One try: resolves with the server's answer, rejects when the network gave none or the signal stopped it. */
export type Send = (url: string, file: Blob, name: string, options: UploadOptions) => Promise<Answer>;

const waits = [1_000, 3_000];
const lost = "L’envoi n’a pas abouti. Vérifiez votre connexion, puis réessayez.";

/**
 * Sends a file from the browser, with progress and cancel. A lost network or a server that restarts is tried again
 * twice; a refusal is not. Throws UploadRefused with the sentence to show, or the signal's reason when cancelled.
 */
export async function uploadFile(
  place: FilePlace,
  file: File,
  options: UploadOptions = {},
  send: Send = sendByXhr,
  wait = waitFor,
): Promise<UploadedFile> {
  for (let attempt = 0; ; attempt++) {
    options.signal?.throwIfAborted();
    const answer = await send(paths.api.upload(place), file, file.name, options).catch(() => null);
    options.signal?.throwIfAborted();
    if (answer !== null && !isPassing(answer.status)) return readAnswer(answer);
    const pause = waits[attempt];
    if (pause === undefined) throw new UploadRefused(messageOf(answer?.body) ?? lost);
    options.onProgress?.(0);
    await wait(pause, options.signal);
  }
}

/** Trouble of a proxy or a restart; our own "unavailable" too. */
const isPassing = (status: number) => status === 0 || status === 502 || status === 503 || status === 504;

function readAnswer({ status, body }: Answer): UploadedFile {
  const value = parse(body);
  if (status === 201 && typeof value["id"] === "string" && typeof value["name"] === "string")
    return { id: value["id"], name: value["name"] };
  throw new UploadRefused(messageOf(body) ?? lost);
}

function messageOf(body: string | undefined): string | undefined {
  const { message } = parse(body ?? "");
  return typeof message === "string" ? message : undefined;
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** XMLHttpRequest: fetch still tells nothing of the progress of what it sends. */
const sendByXhr: Send = (url, file, name, { signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.open("POST", url);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(name.toWellFormed()));
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress?.((event.loaded / event.total) * 100);
    });
    request.addEventListener("load", () => resolve({ status: request.status, body: request.responseText }));
    request.addEventListener("error", () => reject(new Error("network")));
    request.addEventListener("abort", () => reject(new Error("aborted")));
    request.addEventListener("loadend", () => signal?.removeEventListener("abort", stop));
    signal?.addEventListener("abort", stop, { once: true });
    request.send(file);
  });

const waitFor = (milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
