import { inArray } from "drizzle-orm";
import { settings } from "@/db/schema/platform";
import { isDemonstration } from "@/lib/core/env";
import type { Ctx } from "@/lib/core/ctx";
import { type SettingKey, type Settings, settingKeys, settingsTable } from "./settings.data";

const freshFor = 5_000;
const cache = globalThis as { espacesSettings?: { readAt: number; value: Settings } };

/** The settings in force: what was changed, over the defaults. Other servers see a change within five seconds. */
export async function readSettings(ctx: Ctx): Promise<Settings> {
  const now = performance.now();
  if (!ctx.inTransaction && cache.espacesSettings !== undefined && now - cache.espacesSettings.readAt < freshFor)
    return cache.espacesSettings.value;
  const rows = await ctx.db.select({ key: settings.key, value: settings.value }).from(settings).where(inArray(settings.key, settingKeys));
  const value = mergeSettings(new Map(rows.map((row) => [row.key, row.value])));
  if (!ctx.inTransaction) cache.espacesSettings = { readAt: now, value };
  return value;
}

export const forgetSettings = () => void delete cache.espacesSettings;

/** Stored values over the defaults; one that is no longer valid counts as not stored. */
export function mergeSettings(stored: ReadonlyMap<string, unknown>): Settings {
  const values = settingKeys.map((key) => {
    const parsed = settingsTable[key].schema.safeParse(stored.get(key));
    return [key, parsed.success ? parsed.data : initialOf(key)] as const;
  });
  return Object.fromEntries(values) as Settings;
}

/** The default of a setting. The demonstration starts without asking staff for a second factor (design, "Security"). */
export function initialOf(key: SettingKey): string | number {
  if (key === "security.staffSecondFactor" && isDemonstration()) return "no";
  return settingsTable[key].initial;
}
