import { eq } from "drizzle-orm";
import { z } from "zod";
import { settings } from "@/db/schema/platform";
import type { Ctx } from "@/lib/core/ctx";
import { type Logo, logoKey, logoOfNow } from "./vocabulary";

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
interface Memory {
  /** How often this server changed the logo: what was being read meanwhile is not remembered. */
  changes: number;
  last: { readonly readAt: number; readonly value: StoredLogo | null } | null;
}
const shared = globalThis as { espacesLogo?: Memory };
const memory = (shared.espacesLogo ??= { changes: 0, last: null });

/** The logo in force, picture included; null: none. Other servers see a change within five seconds. */
export async function readStoredLogo(ctx: Ctx): Promise<StoredLogo | null> {
  const { last } = memory;
  return !ctx.inTransaction && last !== null && performance.now() - last.readAt < freshFor ? last.value : readAnew(ctx);
}

/**
 * The picture of one address. A page made by another server may name a version that this one does not know yet, so the
 * row is read past the memory; null when it still is another one, for browsers keep what an address gave.
 */
export async function readLogoVersion(ctx: Ctx, version: string): Promise<StoredLogo | null> {
  const remembered = await readStoredLogo(ctx);
  if (version === logoOfNow || remembered?.version === version) return remembered;
  const current = await readAnew(ctx);
  return current?.version === version ? current : null;
}

async function readAnew(ctx: Ctx): Promise<StoredLogo | null> {
  const { changes } = memory;
  const readAt = performance.now();
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, logoKey));
  const value = stored.safeParse(row?.value).data ?? null;
  const isLatest = memory.changes === changes && (memory.last === null || memory.last.readAt <= readAt);
  if (!ctx.inTransaction && isLatest) memory.last = { readAt, value };
  return value;
}

/** After a change: what is remembered, or is being read, is of before. */
export function forgetLogo(): void {
  memory.changes += 1;
  memory.last = null;
}

/** What pages say of it. */
export async function readLogo(ctx: Ctx): Promise<Logo | null> {
  const logo = await readStoredLogo(ctx);
  return logo === null ? null : { version: logo.version, width: logo.width, height: logo.height };
}
