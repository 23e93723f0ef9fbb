import { eq } from "drizzle-orm";
import { settings } from "@/db/schema/platform";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { proveFor } from "./change-settings";
import { can } from "./policy";
import { forgetSettings, initialOf, mergeSettings } from "./read-settings";
import type { ResetSettingInput } from "./schemas";
import { takeGroup } from "./settings-version";
import { settingsTable } from "./settings.data";

/** Gives a setting its default value again (AD-15). */
export async function resetSetting(ctx: Ctx, { key, version }: ResetSettingInput): Promise<{ label: string }> {
  const { group, label } = settingsTable[key];
  await withTx(ctx, async (tx) => {
    ensure(can.changeSettings(tx.actor));
    proveFor(tx, group);
    const rows = await takeGroup(tx, group, version);
    const stored = rows.find((row) => row.key === key);
    if (stored === undefined) throw new Refusal("conflict", "Ce paramètre a déjà sa valeur par défaut.");
    const from = mergeSettings(new Map([[key, stored.value]]))[key];
    await tx.db.delete(settings).where(eq(settings.key, key));
    await audit(tx, { action: "setting.reset", subject: { type: "setting", id: key }, details: { from, to: initialOf(key) } });
  });
  forgetSettings();
  return { label };
}
