import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { TxCtx } from "@/lib/core/ctx";
import { absent, Refusal } from "@/lib/core/refusal";

export interface LockedPerson {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly blockedAt: Date | null;
}

/**
 * Takes a person's row until the end of the transaction, so that two changes of one account come one after the other.
 * "No key update": rows that merely point at the account do not wait. Refuses an absent or closed account.
 */
export async function lockPerson(tx: TxCtx, accountId: string): Promise<LockedPerson> {
  const [person] = await tx.db
    .select({ id: accounts.id, firstName: accounts.firstName, lastName: accounts.lastName, blockedAt: accounts.blockedAt })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.closedAt)))
    .for("no key update");
  if (person === undefined) throw absent();
  return person;
}

/** The same for what a mailed link does: nothing changes from a mailbox while the account is blocked. */
export async function lockUnblocked(tx: TxCtx, accountId: string): Promise<LockedPerson> {
  const person = await lockPerson(tx, accountId);
  if (person.blockedAt === null) return person;
  throw new Refusal("forbidden", "Ce compte est bloqué : ce lien ne peut rien changer pour l’instant. Contactez l’assistance.");
}
