import { and, eq, isNotNull, lt } from "drizzle-orm";
import { totpSecrets } from "@/db/schema/accounts";
import { openText } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { wrongCode } from "./confirm-totp";
import { passCode, type PassedFactor } from "./pass-factor";
import { stepOfCode, totpContext } from "./totp";

/** Gives this session its second factor with a code of the application. Each code works once. */
export const passTotp = (
  ctx: Ctx,
  { code, retour }: { readonly code: string; readonly retour?: string | undefined },
): Promise<PassedFactor> => passCode(ctx, { way: "totp", retour }, (tx, { accountId }) => consumeTotp(tx, accountId, code));

async function consumeTotp(tx: TxCtx, accountId: string, code: string): Promise<void> {
  const [row] = await tx.db
    .select({ secret: totpSecrets.secret })
    .from(totpSecrets)
    .where(and(eq(totpSecrets.accountId, accountId), isNotNull(totpSecrets.confirmedAt)));
  const step = row === undefined ? null : stepOfCode(openText(row.secret, totpContext(accountId)), code, tx.now);
  if (step === null) throw wrongCode();
  // Guarded: the same code sent twice, even at once through two servers, passes once.
  const used = await tx.db
    .update(totpSecrets)
    .set({ lastStep: step })
    .where(and(eq(totpSecrets.accountId, accountId), lt(totpSecrets.lastStep, step)))
    .returning({ step: totpSecrets.lastStep });
  if (used.length === 0)
    throw new Refusal("invalid", "Ce code a déjà servi.", {
      code: ["Attendez que votre application affiche le code suivant, puis saisissez-le."],
    });
}
