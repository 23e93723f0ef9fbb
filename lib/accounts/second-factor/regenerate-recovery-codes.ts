import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { changeFactors } from "./change-factors";
import { hasFactor } from "./rules";
import { replaceRecoveryCodes } from "./recovery-codes";
import { tellFactorAdded } from "./tell-owner";

/** Gives ten new recovery codes; the earlier ones stop working. */
export function regenerateRecoveryCodes(ctx: Ctx): Promise<{ codes: readonly string[] }> {
  return changeFactors(ctx, async (tx, { accountId }, before) => {
    if (!hasFactor(before))
      throw new Refusal(
        "conflict",
        "Configurez d’abord un second facteur : les codes de secours le remplacent quand vous ne l’avez pas sous la main.",
      );
    const codes = await replaceRecoveryCodes(tx, accountId);
    await audit(tx, { action: "account.recovery_codes_replaced", accountId, subject: { type: "account", id: accountId } });
    await tellFactorAdded(tx, accountId, { factor: "recovery_codes", name: null });
    return { codes };
  });
}
