import { eq } from "drizzle-orm";
import { settings } from "@/db/schema/platform";
import { audit } from "@/lib/audit/audit";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import { forgetSettings, initialOf, mergeSettings } from "./read-settings";
import { type ChangeSettingsInput, keysOf } from "./schemas";
import { takeGroup } from "./settings-version";
import type { SettingGroup, SettingKey } from "./settings.data";

/** Changes the settings of one group (AD-15), each with its line in the log. A value equal to the default is not stored. */
export async function changeSettings(ctx: Ctx, { group, version, values }: ChangeSettingsInput): Promise<{ changed: number }> {
  const changed = await withTx(ctx, async (tx) => {
    ensure(can.changeSettings(tx.actor));
    proveFor(tx, group);
    const rows = await takeGroup(tx, group, version);
    const current = mergeSettings(new Map(rows.map((row) => [row.key, row.value])));
    const different = keysOf(group).filter((key) => values[key] !== undefined && values[key] !== current[key]);
    for (const key of different) await write(tx, key, current[key], values[key] ?? initialOf(key));
    return different.length;
  });
  forgetSettings();
  return { changed };
}

/** A stolen session must not switch a protection off. */
export function proveFor(ctx: Ctx, group: SettingGroup): void {
  if (group === "security") requireFreshProof(ctx);
}

async function write(tx: TxCtx, key: SettingKey, from: string | number, to: string | number): Promise<void> {
  const updatedBy = accountIdOf(tx.actor);
  if (to === initialOf(key)) await tx.db.delete(settings).where(eq(settings.key, key));
  else
    await tx.db
      .insert(settings)
      .values({ key, value: to, updatedAt: tx.now, updatedBy })
      .onConflictDoUpdate({ target: settings.key, set: { value: to, updatedAt: tx.now, updatedBy } });
  await audit(tx, { action: "setting.change", subject: { type: "setting", id: key }, details: { from, to } });
}
