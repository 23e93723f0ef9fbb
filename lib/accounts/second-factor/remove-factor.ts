import { and, eq } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import { passkeys, recoveryCodes, totpSecrets } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { changeFactors } from "./change-factors";
import { readFactors } from "./read-factors";
import { hasFactor } from "./rules";
import { type FactorNews, tellFactorRemoved } from "./tell-owner";

/**
 * Removes one of one's own factors: the application ("totp"), or a passkey by its number. With the last one go the
 * recovery codes and what sessions had proved: a role that asks for a factor asks for a new one at the next page.
 */
export function removeFactor(ctx: Ctx, { factor }: { readonly factor: string }): Promise<FactorNews> {
  return changeFactors(ctx, async (tx, { accountId }) => {
    const news = factor === "totp" ? await removeTotp(tx, accountId) : await removePasskey(tx, accountId, factor);
    if (!hasFactor(await readFactors(tx, accountId))) await forgetFactors(tx, accountId);
    await audit(tx, {
      action: "account.factor_removed",
      accountId,
      subject: { type: "account", id: accountId },
      details: { factor: news.factor },
    });
    await tellFactorRemoved(tx, accountId, news);
    return news;
  });
}

async function removeTotp(tx: TxCtx, accountId: string): Promise<FactorNews> {
  const removed = await tx.db
    .delete(totpSecrets)
    .where(eq(totpSecrets.accountId, accountId))
    .returning({ confirmedAt: totpSecrets.confirmedAt });
  if (removed[0]?.confirmedAt == null) throw absent();
  return { factor: "totp", name: null };
}

async function removePasskey(tx: TxCtx, accountId: string, id: string): Promise<FactorNews> {
  const [removed] = await tx.db
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
    .returning({ name: passkeys.name });
  if (removed === undefined) throw absent();
  return { factor: "passkey", name: removed.name };
}

/** What remains of factors once the last one is gone. */
export async function forgetFactors(tx: TxCtx, accountId: string): Promise<void> {
  await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await tx.db.update(loginSessions).set({ secondFactorAt: null }).where(eq(loginSessions.accountId, accountId));
}
