import { and, asc, eq, gt, isNull, ne } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { audit } from "@/lib/audit/audit";
import { unwrapKey, wrapKey } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { env, type MasterKey } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { withTx } from "@/lib/core/tx";
import type { FileRow } from "./file-row";
import { fileKeyContext } from "./receive-file";

export interface Rewrapped {
  readonly rewrapped: number;
  /** Files whose master key is not configured any more, or whose key was altered: left as they are, and named in the log. */
  readonly unreadable: number;
}

// No policy: only the command line calls it, and whoever has the machine has everything.
/**
 * Wraps the keys of all files with the active master key (TR-30); the stored bytes do not change, and files stay
 * readable meanwhile. One short transaction a batch: what is done stays done, and a second run goes on from there.
 */
export async function rewrapFiles(
  ctx: Ctx,
  { batch = 500, keys = env.MASTER_KEYS }: { readonly batch?: number; readonly keys?: readonly MasterKey[] } = {},
): Promise<Rewrapped> {
  let total = { rewrapped: 0, unreadable: 0 };
  let after: string | undefined;
  for (;;) {
    const rows = await nextRows(ctx, keys, batch, after);
    const done = rows.length === 0 ? { rewrapped: 0, unreadable: 0 } : await rewrapBatch(ctx, rows, keys);
    total = { rewrapped: total.rewrapped + done.rewrapped, unreadable: total.unreadable + done.unreadable };
    after = rows.at(-1)?.id;
    if (rows.length < batch) return total;
  }
}

const nextRows = (ctx: Ctx, keys: readonly MasterKey[], batch: number, after: string | undefined) =>
  ctx.db
    .select({ id: files.id, keyId: files.keyId, wrappedKey: files.wrappedKey })
    .from(files)
    .where(and(ne(files.keyId, keys[0]?.id ?? ""), isNull(files.bytesRemovedAt), after === undefined ? undefined : gt(files.id, after)))
    .orderBy(asc(files.id))
    .limit(batch);

type WrappedRow = Pick<FileRow, "id" | "keyId" | "wrappedKey">;

const rewrapBatch = (ctx: Ctx, rows: readonly WrappedRow[], keys: readonly MasterKey[]): Promise<Rewrapped> =>
  withTx(ctx, async (tx) => {
    let rewrapped = 0;
    let unreadable = 0;
    for (const row of rows) {
      const fresh = rewrapKey(row, keys);
      if (fresh === null) {
        unreadable += 1;
        continue;
      }
      await tx.db
        .update(files)
        .set(fresh)
        .where(and(eq(files.id, row.id), eq(files.wrappedKey, row.wrappedKey)));
      rewrapped += 1;
    }
    await audit(tx, { action: "file.keys_rewrapped", details: { rewrapped, unreadable, keyId: keys[0]?.id } });
    return { rewrapped, unreadable };
  });

function rewrapKey({ id, keyId, wrappedKey }: WrappedRow, keys: readonly MasterKey[]): { keyId: string; wrappedKey: string } | null {
  try {
    const [freshId, freshKey] = wrapKey(unwrapKey(keyId, wrappedKey, fileKeyContext(id), keys), fileKeyContext(id), keys);
    return { keyId: freshId, wrappedKey: freshKey };
  } catch (error) {
    log.error({ err: error, fileId: id, keyId }, "the key of a file cannot be read");
    return null;
  }
}
