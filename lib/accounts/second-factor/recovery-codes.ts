import { and, eq, isNull } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema/accounts";
import type { TxCtx } from "@/lib/core/ctx";
import { newRecoveryCode, recoveryCodeHash } from "./recovery-code";
import { recoveryCodeCount } from "./rules";

/** Makes new codes in place of all earlier ones. They are given once: only hashes are kept. */
export async function replaceRecoveryCodes(tx: TxCtx, accountId: string): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < recoveryCodeCount) codes.add(newRecoveryCode());
  await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await tx.db.insert(recoveryCodes).values([...codes].map((code) => ({ accountId, codeHash: recoveryCodeHash(accountId, code) })));
  return [...codes];
}

/** Uses a code up; false when it is unknown or was used. Of two at once, one wins. */
export async function consumeRecoveryCode(tx: TxCtx, accountId: string, code: string): Promise<boolean> {
  const used = await tx.db
    .update(recoveryCodes)
    .set({ usedAt: tx.now })
    .where(
      and(
        eq(recoveryCodes.accountId, accountId),
        eq(recoveryCodes.codeHash, recoveryCodeHash(accountId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return used.length === 1;
}
