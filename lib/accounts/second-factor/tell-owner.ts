import { eq } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import type { TxCtx } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { queueMail } from "@/lib/mail/queue-mail";
import type { FactorKind } from "./vocabulary";

export interface FactorNews {
  readonly factor: FactorKind;
  /** The name that the person gave to the passkey. */
  readonly name: string | null;
}

/** All addresses of the account are told of a change, so that a theft is seen. */
async function recipients(tx: TxCtx, accountId: string) {
  return tx.db
    .select({ address: accountAddresses.address, firstName: accounts.firstName })
    .from(accountAddresses)
    .innerJoin(accounts, eq(accounts.id, accountAddresses.accountId))
    .where(eq(accountAddresses.accountId, accountId));
}

/** Each change is told once, however often it is repeated: the request names it. */
const causeOf = (tx: TxCtx, accountId: string, what: string) => `${accountId}|${what}|${tx.now.toISOString()}`;

export async function tellFactorAdded(tx: TxCtx, accountId: string, news: FactorNews): Promise<void> {
  for (const { address, firstName } of await recipients(tx, accountId)) {
    await queueMail(tx, "factor-added", {
      to: address,
      accountId,
      cause: causeOf(tx, accountId, news.factor),
      props: { firstName, ...news, at: dateTime(tx.now), device: tx.device },
      secrets: {},
    });
  }
}

export async function tellFactorRemoved(tx: TxCtx, accountId: string, news: FactorNews): Promise<void> {
  for (const { address, firstName } of await recipients(tx, accountId)) {
    await queueMail(tx, "factor-removed", {
      to: address,
      accountId,
      cause: causeOf(tx, accountId, news.factor),
      props: { firstName, ...news, at: dateTime(tx.now), device: tx.device },
      secrets: {},
    });
  }
}

export async function tellRecoveryCodeUsed(tx: TxCtx, accountId: string, left: number): Promise<void> {
  for (const { address, firstName } of await recipients(tx, accountId)) {
    await queueMail(tx, "recovery-code-used", {
      to: address,
      accountId,
      cause: causeOf(tx, accountId, `left ${left}`),
      props: { firstName, left, at: dateTime(tx.now), device: tx.device },
      secrets: {},
    });
  }
}

export async function tellFactorsReset(tx: TxCtx, accountId: string): Promise<void> {
  for (const { address, firstName } of await recipients(tx, accountId)) {
    await queueMail(tx, "factors-reset", {
      to: address,
      accountId,
      cause: causeOf(tx, accountId, "reset"),
      props: { firstName, at: dateTime(tx.now) },
      secrets: {},
    });
  }
}
