import { and, eq } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import type { TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import type { AddressKind } from "./vocabulary";

export interface Claim {
  readonly accountId: string;
  readonly kind: AddressKind;
  /** Canonical form. */
  readonly address: string;
  /** What the refusal adds: what becomes of the person. */
  readonly otherwise: string;
}

/**
 * Puts a proved address in its place, instead of the one that was there (given back; null when there was none). The
 * unique key decides between two accounts that prove one address at once; the loser is told, and keeps what it had.
 */
export async function claimAddress(tx: TxCtx, { accountId, kind, address, otherwise }: Claim): Promise<string | null> {
  // The account's own other place is given up: a secondary address may become the main one.
  await tx.db.delete(accountAddresses).where(and(eq(accountAddresses.accountId, accountId), eq(accountAddresses.canonical, address)));
  const [former] = await tx.db
    .delete(accountAddresses)
    .where(and(eq(accountAddresses.accountId, accountId), eq(accountAddresses.kind, kind)))
    .returning({ address: accountAddresses.address });
  if (!(await takeAddress(tx, { accountId, kind, address })))
    throw new Refusal("conflict", `Cette adresse est devenue entre-temps celle d’un autre compte. ${otherwise}`);
  return former?.address ?? null;
}

/** Writes a proved address down as this account's; false when another account has it: the unique key decides. */
export async function takeAddress(tx: TxCtx, { accountId, kind, address }: Omit<Claim, "otherwise">): Promise<boolean> {
  const claimed = await tx.db
    .insert(accountAddresses)
    .values({ accountId, kind, address, canonical: address, provedAt: tx.now, createdAt: tx.now })
    .onConflictDoNothing({ target: accountAddresses.canonical })
    .returning({ id: accountAddresses.id });
  return claimed.length > 0;
}
