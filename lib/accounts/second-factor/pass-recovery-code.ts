import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { passCode, type PassedFactor } from "./pass-factor";
import { readFactors } from "./read-factors";
import { consumeRecoveryCode } from "./recovery-codes";
import { tellRecoveryCodeUsed } from "./tell-owner";

/** Gives this session its second factor with one of the codes kept on paper; the owner is told. */
export const passRecoveryCode = (
  ctx: Ctx,
  { recoveryCode, retour }: { readonly recoveryCode: string; readonly retour?: string | undefined },
): Promise<PassedFactor> =>
  passCode(ctx, { way: "recovery_code", retour }, async (tx, { accountId }) => {
    if (!(await consumeRecoveryCode(tx, accountId, recoveryCode))) {
      throw new Refusal("invalid", "Ce code de secours n’est pas le bon, ou a déjà servi.", {
        recoveryCode: ["Essayez un autre code de votre liste : chacun ne sert qu’une fois."],
      });
    }
    await tellRecoveryCodeUsed(tx, accountId, (await readFactors(tx, accountId)).recoveryCodesLeft);
  });
