import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { passkeys, recoveryCodes, totpSecrets } from "@/db/schema/accounts";
import type { Ctx } from "@/lib/core/ctx";

export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  /** Kept by a password manager on several devices. */
  readonly backedUp: boolean;
}

export interface Factors {
  readonly totp: { readonly confirmedAt: Date } | null;
  readonly passkeys: readonly PasskeyRow[];
  readonly recoveryCodesLeft: number;
}

/** The second factors of an account, without any secret. */
export async function readFactors(ctx: Ctx, accountId: string): Promise<Factors> {
  const [totp, keys, codes] = await Promise.all([
    ctx.db
      .select({ confirmedAt: totpSecrets.confirmedAt })
      .from(totpSecrets)
      .where(and(eq(totpSecrets.accountId, accountId), isNotNull(totpSecrets.confirmedAt))),
    ctx.db
      .select({
        id: passkeys.id,
        name: passkeys.name,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
        backedUp: passkeys.backedUp,
      })
      .from(passkeys)
      .where(eq(passkeys.accountId, accountId))
      .orderBy(passkeys.createdAt, passkeys.id),
    ctx.db
      .select({ left: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt))),
  ]);
  const confirmedAt = totp[0]?.confirmedAt;
  return { totp: confirmedAt == null ? null : { confirmedAt }, passkeys: keys, recoveryCodesLeft: codes[0]?.left ?? 0 };
}
