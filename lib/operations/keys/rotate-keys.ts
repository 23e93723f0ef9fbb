import { sql } from "drizzle-orm";
import { audit } from "@/lib/audit/audit";
import { rewrap } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { env, type MasterKey } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { withTx } from "@/lib/core/tx";
import { rewrapFiles } from "@/lib/files/rewrap-files";
import { type SealedColumn, sealedColumns } from "./sealed-columns.data";

export interface Rotated {
  /** "mails.secrets", or "files". */
  readonly what: string;
  readonly rewrapped: number;
  /** Their master key is not configured any more, or they were altered: left as they are, and named in the log. */
  readonly unreadable: number;
}

interface RotateOptions {
  readonly batch?: number;
  readonly keys?: readonly MasterKey[];
  readonly columns?: readonly SealedColumn[];
}

// No policy: only the command line calls it, and whoever has the machine has everything.
/**
 * Wraps every data key with the active master key, the first of MASTER_KEYS (TR-30): sealed values and files. The site
 * goes on meanwhile; one short transaction a batch, so that a run cut short is continued by the next one. Afterwards the
 * older master keys may leave the configuration, if nothing is unreadable.
 */
export async function rotateKeys(
  ctx: Ctx,
  { batch = 500, keys = env.MASTER_KEYS, columns = sealedColumns }: RotateOptions = {},
): Promise<readonly Rotated[]> {
  const rotated: Rotated[] = [];
  for (const column of columns) rotated.push(await rotateColumn(ctx, column, batch, keys));
  rotated.push({ what: "files", ...(await rewrapFiles(ctx, { batch, keys })) });
  return rotated;
}

async function rotateColumn(ctx: Ctx, column: SealedColumn, batch: number, keys: readonly MasterKey[]): Promise<Rotated> {
  const total = { what: `${column.table}.${column.column}`, rewrapped: 0, unreadable: 0 };
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const done = await withTx(ctx, (tx) => rotateBatch(tx, column, { batch, keys, after }));
    total.rewrapped += done.rewrapped;
    total.unreadable += done.unreadable;
    if (done.last === null) break;
    after = done.last;
  }
  if (total.rewrapped + total.unreadable > 0) {
    await withTx(ctx, (tx) => audit(tx, { action: "key.rewrap", details: { ...total, keyId: keys[0]?.id } }));
  }
  return total;
}

interface Batch {
  readonly batch: number;
  readonly keys: readonly MasterKey[];
  readonly after: string;
}

/** `last`: the key to go on from; null when there is nothing more. */
async function rotateBatch({ db }: Ctx, { table, key, column, context }: SealedColumn, { batch, keys, after }: Batch) {
  const [tableName, keyName, columnName] = [sql.identifier(table), sql.identifier(key), sql.identifier(column)];
  const rows = await db.execute<{ key: string; sealed: string }>(sql`
    select ${keyName}::text as key, ${columnName} as sealed from ${tableName}
    where ${columnName} is not null and ${columnName} not like ${`v1.${keys[0]?.id ?? ""}.%`} and ${keyName} > ${after}::uuid
    order by ${keyName} limit ${batch} for no key update`);
  let unreadable = 0;
  for (const { key: id, sealed } of rows) {
    const fresh = freshly(sealed, context(id), keys);
    if (fresh === null) {
      unreadable += 1;
      log.error({ table, column, row: id }, "a sealed value cannot be read with the configured master keys");
      continue;
    }
    await db.execute(sql`update ${tableName} set ${columnName} = ${fresh} where ${keyName} = ${id}::uuid and ${columnName} = ${sealed}`);
  }
  return { rewrapped: rows.length - unreadable, unreadable, last: rows.length < batch ? null : (rows.at(-1)?.key ?? null) };
}

function freshly(sealed: string, context: string, keys: readonly MasterKey[]): string | null {
  try {
    return rewrap(sealed, context, keys);
  } catch {
    return null;
  }
}
