import { pipeline, type Readable } from "node:stream";
import { unwrapKey } from "@/lib/core/crypto";
import { decryptStream } from "./decrypt-stream";
import { fileContext } from "./encrypted-chunks";
import type { FileRow } from "./file-row";
import { fileTools, type FileTools } from "./file-tools";
import { fileKeyContext } from "./receive-file";

/** The clear content of a stored file. Asks no right: for readFile, and for jobs that act for nobody (export, backup check). */
export async function openFile(file: FileRow, tools: FileTools = fileTools()): Promise<Readable> {
  const key = unwrapKey(file.keyId, file.wrappedKey, fileKeyContext(file.id));
  const store = tools.storeOf(file.store);
  const stored = await store.get(file.storeKey);
  const clear = decryptStream(key, fileContext(file.id), { spend: store.givesOwnBytes });
  // A failure on either side ends both; who reads `clear` sees it.
  pipeline(stored, clear, () => {});
  return clear;
}
