import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { files } from "@/db/schema/files";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { log } from "@/lib/core/log";
import type { FileRow } from "./file-row";
import { fileTools, type FileTools } from "./file-tools";

/**
 * Marks a file deleted, in the transaction of the verb that lets go of it (which judges rights and audits): from the
 * commit on nobody reads it. Call removeBytes after the commit; if that is missed, the sweeper does it.
 */
export async function removeFile(tx: TxCtx, fileId: string): Promise<void> {
  await tx.db
    .update(files)
    .set({ state: "deleted", deletedAt: tx.now })
    .where(and(eq(files.id, fileId), ne(files.state, "deleted")));
}

/** Removes the bytes of files marked deleted. Inside a transaction it waits for the sweeper: a rollback must find them again. */
export async function removeBytes(ctx: Ctx, fileIds: readonly string[], tools: FileTools = fileTools()): Promise<void> {
  if (ctx.inTransaction || fileIds.length === 0) return;
  const rows = await ctx.db
    .select()
    .from(files)
    .where(and(inArray(files.id, [...fileIds]), eq(files.state, "deleted"), isNull(files.bytesRemovedAt)));
  for (const row of rows) await removeBytesOf(ctx, row, tools);
}

/** One file's bytes, then its key and the note that they are gone. False when the store did not answer. */
export async function removeBytesOf(ctx: Ctx, row: FileRow, tools: FileTools): Promise<boolean> {
  try {
    await tools.storeOf(row.store).remove(row.storeKey);
  } catch (error) {
    log.warn({ err: error, fileId: row.id, store: row.store }, "bytes of a deleted file are left to the sweeper");
    return false;
  }
  if (row.attachedAt === null) await ctx.db.delete(files).where(eq(files.id, row.id));
  // The row stays for what still tells of the file; without its key, no copy of the bytes opens again.
  else await ctx.db.update(files).set({ bytesRemovedAt: ctx.now, wrappedKey: "" }).where(eq(files.id, row.id));
  return true;
}
