import { inArray, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { can } from "./policy";
import { initialOf, mergeSettings } from "./read-settings";
import { keysOf } from "./schemas";
import { readGroup } from "./settings-version";
import { type SettingGroup, settingGroups, type SettingKey, settingsTable } from "./settings.data";

export interface SettingSeen {
  readonly key: SettingKey;
  readonly label: string;
  readonly kind: "text" | "number" | "choice";
  readonly value: string | number;
  readonly initial: string | number;
  /** Null while the default is in force. */
  readonly changed: { readonly at: Date; readonly by: string | null } | null;
}

export interface SettingGroupSeen {
  readonly group: SettingGroup;
  readonly version: string;
  readonly settings: readonly SettingSeen[];
}

/** Every setting by group, its value and its default, as stored now (AD-15): never from the memory of this server. */
export async function listSettings(ctx: Ctx): Promise<readonly SettingGroupSeen[]> {
  ensure(can.changeSettings(ctx.actor));
  return Promise.all(settingGroups.map((group) => describeGroup(ctx, group)));
}

async function describeGroup(ctx: Ctx, group: SettingGroup): Promise<SettingGroupSeen> {
  const { rows, version } = await readGroup(ctx, group);
  const names = await namesOf(
    ctx,
    rows.flatMap(({ updatedBy }) => (updatedBy === null ? [] : [updatedBy])),
  );
  const current = mergeSettings(new Map(rows.map((row) => [row.key, row.value])));
  const settings = keysOf(group).map((key): SettingSeen => {
    const { label, kind } = settingsTable[key];
    const row = rows.find((stored) => stored.key === key);
    const changed = row === undefined ? null : { at: row.updatedAt, by: names.get(row.updatedBy ?? "") ?? null };
    return { key, label, kind, value: current[key], initial: initialOf(key), changed };
  });
  return { group, version, settings };
}

async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: accounts.id, name: sql<string>`${accounts.firstName} || ' ' || ${accounts.lastName}` })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
