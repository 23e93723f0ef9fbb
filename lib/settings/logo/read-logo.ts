import { eq } from "drizzle-orm";
import { z } from "zod";
import { settings } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { type Logo, logoKey } from "./vocabulary";

/**
 * The picture is in the row of the setting: it is small, public, shown on every page, and saved with the settings. What
 * must be kept from people (files of a person) is elsewhere, encrypted.
 */
const stored = z.object({
  version: z.string(),
  width: z.int(),
  height: z.int(),
  /** Base64 of a PNG that we have drawn ourselves. */
  png: z.string(),
});
export type StoredLogo = z.output<typeof stored>;

const freshFor = 5_000;
const memory = globalThis as { espacesLogo?: { readAt: number; value: StoredLogo | null } };

/** The logo in force, picture included; null: none. Other servers see a change within five seconds. */
export async function readStoredLogo(ctx: Ctx): Promise<StoredLogo | null> {
  const now = performance.now();
  if (!ctx.inTransaction && memory.espacesLogo !== undefined && now - memory.espacesLogo.readAt < freshFor) return memory.espacesLogo.value;
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, logoKey));
  const value = stored.safeParse(row?.value).data ?? null;
  if (!ctx.inTransaction) memory.espacesLogo = { readAt: now, value };
  return value;
}

export const forgetLogo = () => void delete memory.espacesLogo;

/** What pages say of it. */
export async function readLogo(ctx: Ctx): Promise<Logo | null> {
  const logo = await readStoredLogo(ctx);
  return logo === null ? null : { version: logo.version, width: logo.width, height: logo.height };
}
