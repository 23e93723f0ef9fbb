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
  const stored = await tools.storeOf(file.store).get(file.storeKey);
  // What a folder is read into is made for this reader alone; of what a library brings, nothing is known.
  const clear = decryptStream(key, fileContext(file.id), { spend: file.store === "local" });
  // A failure on either side ends both; who reads `clear` sees it.
  pipeline(stored, clear, () => {});
  return clear;
}
