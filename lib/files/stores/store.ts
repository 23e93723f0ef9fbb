import type { Readable } from "node:stream";
import type { FileStoreId } from "../vocabulary";

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
}

/** Where encrypted bytes lie (TR-21). Three of them: local-store, s3-store, uploadthing-store; one contract test. */
export interface FileStore {
  readonly id: FileStoreId;
  /** Each piece that `get` gives is memory of its own, which its reader may give back: nothing else will look at it. */
  readonly givesOwnBytes: boolean;
  /**
   * Keeps the content of the file at `path`, which nobody writes to any more, and answers the key it is found under,
   * which a store may choose itself. That file stays its owner's to remove.
   * Whole or not at all: a failed put leaves nothing readable under the key.
   */
  put(key: string, path: string): Promise<string>;
  /** Throws StoredObjectMissing; a failure on the way shows as an error of the stream. */
  get(key: string): Promise<Readable>;
  /** Also succeeds when there is nothing under the key. */
  remove(key: string): Promise<void>;
  /** Objects written before an instant, for the sweeper. */
  list(olderThan: Date): AsyncIterable<StoredObject>;
}

/** The store did not answer, or refused: nobody's fault here, worth trying again later. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}

export class StoredObjectMissing extends Error {
  override readonly name = "StoredObjectMissing";
}

/**
 * Runs a request that is given up after `timeout` milliseconds; whatever goes wrong becomes StoreUnavailable.
 * Once it has answered the signal stays quiet, so that a stream it opened may be read at leisure.
 */
export async function askStore<Result>(what: string, timeout: number, ask: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new Error(`no answer in ${timeout} ms`)), timeout);
  try {
    return await ask(deadline.signal);
  } catch (error) {
    if (error instanceof StoredObjectMissing) throw error;
    throw new StoreUnavailable(`${what} failed`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
