import { and, eq, isNull } from "drizzle-orm";
import { totpSecrets } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { factorKeys, forgiveTry, reserveTry } from "@/lib/accounts/sign-in/throttle";
import { seal } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { changeFactors, markSession } from "./change-factors";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { readUnconfirmedTotp } from "./read-unconfirmed-totp";
import { replaceRecoveryCodes } from "./recovery-codes";
import { tellFactorAdded } from "./tell-owner";
import { stepOfCode, totpContext } from "./totp";

/**
 * Puts the application in use once it shows a right code; that code is used up, and counts as this session's second
 * factor. Gives the recovery codes when these are the account's first.
 */
export async function confirmTotp(ctx: Ctx, { code }: { readonly code: string }): Promise<{ codes: readonly string[] }> {
  const keys = factorKeys(ctx, personOf(ctx).accountId);
  await reserveTry(ctx, keys, "");
  const result = await changeFactors(ctx, async (tx, person, before) => {
    const { accountId } = person;
    const secret = await readUnconfirmedTotp(tx);
    if (before.totp !== null) throw new Refusal("conflict", "Cette application est déjà en service.");
    if (secret === null) throw new Refusal("expired", "Cette configuration a expiré. Recommencez : un nouveau code QR sera affiché.");
    const step = stepOfCode(secret, code, tx.now);
    if (step === null) throw wrongCode();
    await tx.db
      .update(totpSecrets)
      .set({ secret: seal(secret, totpContext(accountId)), confirmedAt: tx.now, lastStep: step })
      .where(and(eq(totpSecrets.accountId, accountId), isNull(totpSecrets.confirmedAt)));
    const codes = before.recoveryCodesLeft === 0 ? await replaceRecoveryCodes(tx, accountId) : [];
    await markSession(tx, person);
    await audit(tx, {
      action: "account.factor_added",
      accountId,
      subject: { type: "account", id: accountId },
      details: { factor: "totp" },
    });
    await tellFactorAdded(tx, accountId, { factor: "totp", name: null });
    return { codes };
  });
  await forgiveTry(ctx, keys);
  return result;
}

export const wrongCode = () =>
  new Refusal("invalid", "Ce code n’est pas le bon.", {
    code: ["Saisissez le code affiché maintenant. S’il est refusé, vérifiez que l’heure de votre téléphone est réglée automatiquement."],
  });
