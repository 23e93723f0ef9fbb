import { eq } from "drizzle-orm";
import { settings } from "@/db/schema/platform";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "@/lib/settings/policy";
import { forgetLogo } from "./read-logo";
import { logoKey } from "./vocabulary";

/** Shows the institution's name alone again, as by default (AD-15). */
export async function removeLogo(ctx: Ctx): Promise<void> {
  await withTx(ctx, async (tx) => {
    ensure(can.changeSettings(tx.actor));
    const [removed] = await tx.db.delete(settings).where(eq(settings.key, logoKey)).returning({ value: settings.value });
    if (removed === undefined) throw new Refusal("conflict", "Il n’y a déjà plus de logo.");
    await audit(tx, { action: "setting.reset", subject: { type: "setting", id: logoKey }, details: {} });
  });
  forgetLogo();
}
