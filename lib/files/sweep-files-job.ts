import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { and, asc, eq, gt, inArray, isNull, lt, ne } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import type { FileRow } from "./file-row";
import { fileTools, type FileTools } from "./file-tools";
import { removeBytesOf } from "./remove-file";

export interface Sweep {
  /** All of the following. */
  readonly removed: number;
  /** Files sent and never attached. */
  readonly unattached: number;
  /** Deleted files whose bytes were still there. */
  readonly leftBytes: number;
  /** Objects of the store, and halves of uploads, that no row knows. */
  readonly orphans: number;
}

const day = 86_400_000;
const batch = 200;
/** At most so many strays in one run: more means that the database and the store do not belong together. */
const mostOrphans = 10_000;

/**
 * Removes what nobody will come back for: files never attached after 24 hours, bytes of deleted files, strays in the
 * store. Safe to run twice at once, and to stop anywhere. A dry run counts and touches nothing.
 */
export async function sweepFiles(
  ctx: Ctx,
  { asOf, dryRun = false }: { readonly asOf: Date; readonly dryRun?: boolean },
  tools: FileTools = fileTools(),
): Promise<Sweep> {
  const cutoff = new Date(asOf.getTime() - day);
  const expired = dryRun ? (await unattachedBefore(ctx, cutoff)).length : 0;
  if (!dryRun) await markUnattached(ctx, cutoff);
  const deleted = await sweepDeleted(ctx, tools, dryRun);
  // Stores and disks date things by the real clock: a run "as of" a later day must not take what is being written now.
  const strayBefore = new Date(Math.min(asOf.getTime(), ctx.now.getTime()) - day);
  const orphans = (await sweepStore(ctx, tools, strayBefore, dryRun)) + (await sweepFolder(tools.folder, strayBefore, dryRun));
  const unattached = deleted.unattached + expired;
  return { removed: unattached + deleted.attached + orphans, unattached, leftBytes: deleted.attached, orphans };
}

const isUnattached = (cutoff: Date) => and(isNull(files.attachedAt), ne(files.state, "deleted"), lt(files.createdAt, cutoff));
const unattachedBefore = (ctx: Ctx, cutoff: Date) => ctx.db.select({ id: files.id }).from(files).where(isUnattached(cutoff));

/** One guarded update: a file attached at the same moment is either attached or swept, never both. */
const markUnattached = (ctx: Ctx, cutoff: Date): Promise<void> =>
  withTx(ctx, async (tx) => {
    const marked = await tx.db
      .update(files)
      .set({ state: "deleted", deletedAt: tx.now })
      .where(isUnattached(cutoff))
      .returning({ id: files.id });
    if (marked.length > 0) await audit(tx, { action: "file.unattached_swept", details: { count: marked.length } });
  });

async function sweepDeleted(ctx: Ctx, tools: FileTools, dryRun: boolean): Promise<{ unattached: number; attached: number }> {
  const removed = { unattached: 0, attached: 0 };
  let after: string | undefined;
  for (;;) {
    const rows: FileRow[] = await ctx.db
      .select()
      .from(files)
      .where(and(eq(files.state, "deleted"), isNull(files.bytesRemovedAt), after === undefined ? undefined : gt(files.id, after)))
      .orderBy(asc(files.id))
      .limit(batch);
    for (const row of rows) {
      if (dryRun || (await removeBytesOf(ctx, row, tools))) removed[row.attachedAt === null ? "unattached" : "attached"] += 1;
    }
    after = rows.at(-1)?.id;
    if (rows.length < batch) return removed;
  }
}

/** Collected first, removed next: some stores page by position, and removing while listing would skip. */
async function sweepStore(ctx: Ctx, tools: FileTools, before: Date, dryRun: boolean): Promise<number> {
  const strays: string[] = [];
  let keys: string[] = [];
  for await (const { key } of tools.store.list(before)) {
    keys.push(key);
    if (keys.length === batch) {
      strays.push(...(await withoutRow(ctx, keys)));
      keys = [];
    }
    if (strays.length >= mostOrphans) break;
  }
  strays.push(...(await withoutRow(ctx, keys)));
  if (!dryRun) for (const key of strays) await tools.store.remove(key);
  return strays.length;
}

async function withoutRow(ctx: Ctx, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const known = await ctx.db
    .select({ key: files.storeKey })
    .from(files)
    .where(and(inArray(files.storeKey, [...keys]), isNull(files.bytesRemovedAt)));
  const rows = new Set(known.map(({ key }) => key));
  return keys.filter((key) => !rows.has(key));
}

/** Uploads that a crash left half received; their key died with the process. */
async function sweepFolder(folder: string, before: Date, dryRun: boolean): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const facts = await stat(path).catch(() => null);
    if (facts === null || !facts.isFile() || facts.mtime >= before) continue;
    if (!dryRun) await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
