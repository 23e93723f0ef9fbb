import { and, eq } from "drizzle-orm";
import type { Readable } from "node:stream";
import { files } from "@/db/schema/files";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { log } from "@/lib/core/log";
import { absent, Refusal } from "@/lib/core/refusal";
import type { FileRow } from "./file-row";
import { fileTools, type FileTools } from "./file-tools";
import { openFile } from "./open-file";
import { ownsFile, type RightsByPlace } from "./policy";

export interface OpenedFile {
  readonly row: FileRow;
  readonly stream: Readable;
}

/**
 * A file for a person who may see it. Absent, not yet checked, deleted and somebody else's look the same (TR-21).
 * A look at a sensitive place is written down before the first byte.
 */
export async function readFile(ctx: Ctx, id: string, rights: RightsByPlace, tools: FileTools = fileTools()): Promise<OpenedFile> {
  const row = await findFile(ctx, id);
  if (row === null || !(await maySee(ctx, row, rights))) throw absent();
  const stream = await openFile(row, tools).catch((error: unknown) => {
    log.error({ err: error, fileId: id, store: row.store }, "a stored file cannot be opened");
    throw new Refusal("unavailable", "Ce fichier n’est pas accessible en ce moment. Réessayez dans quelques minutes.");
  });
  if (rights[row.place].sensitive) {
    await auditLook(ctx, {
      action: "file.read",
      subject: { type: "file", id },
      accountId: row.ownerId,
      sensitive: true,
      details: { place: row.place },
    }).catch((error: unknown) => {
      stream.destroy();
      throw error;
    });
  }
  return { row, stream };
}

async function findFile(ctx: Ctx, id: string): Promise<FileRow | null> {
  if (!identifier.safeParse(id).success) return null;
  const [row] = await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.id, id), eq(files.state, "clean")));
  return row ?? null;
}

async function maySee(ctx: Ctx, row: FileRow, rights: RightsByPlace): Promise<boolean> {
  return row.attachedAt === null ? ownsFile(ctx.actor, row) : rights[row.place].see(ctx, row);
}
