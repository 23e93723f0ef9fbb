import { createHash } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { settings } from "@/db/schema/platform";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { keysOf } from "./schemas";
import type { SettingGroup } from "./settings.data";

export interface StoredSetting {
  readonly key: string;
  readonly value: unknown;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

/** The stored settings of a group, with a mark that changes when any of them does. */
export async function readGroup(ctx: Ctx, group: SettingGroup): Promise<{ rows: StoredSetting[]; version: string }> {
  const rows = await ctx.db
    .select()
    .from(settings)
    .where(inArray(settings.key, keysOf(group)))
    .orderBy(settings.key);
  return { rows, version: versionOf(rows) };
}

const versionOf = (rows: readonly StoredSetting[]) =>
  createHash("sha256")
    .update(JSON.stringify(rows.map(({ key, value, updatedAt }) => [key, value, updatedAt.getTime()])))
    .digest("hex")
    .slice(0, 24);

/** Takes the settings for this transaction alone, and refuses when the group is not as the form showed it. */
export async function takeGroup(tx: TxCtx, group: SettingGroup, shown: string): Promise<StoredSetting[]> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('settings'))`);
  const { rows, version } = await readGroup(tx, group);
  if (version !== shown)
    throw new Refusal(
      "conflict",
      "Une autre personne vient de modifier ces paramètres. Rechargez la page pour voir leurs valeurs actuelles, puis recommencez.",
    );
  return rows;
}
