import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import type { TxCtx } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { queueMail } from "@/lib/mail/queue-mail";
import type { FactorKind } from "./vocabulary";

export interface FactorNews {
  readonly factor: FactorKind;
  /** The name that the person gave to the passkey. */
  readonly name: string | null;
}

/** One copy of the mail: where it goes, and what every one of these mails says. */
interface Copy {
  readonly envelope: { readonly to: string; readonly accountId: string; readonly cause: string; readonly secrets: object };
  readonly firstName: string;
  readonly at: string;
}

/** All addresses of the account are told of a change, so that a theft is seen; each once, however often it is repeated. */
async function tellAll(tx: TxCtx, accountId: string, what: string, send: (copy: Copy) => Promise<unknown>): Promise<void> {
  const [owner] = await tx.db.select({ firstName: accounts.firstName }).from(accounts).where(eq(accounts.id, accountId));
  if (owner === undefined) return;
  const cause = `${accountId}|${what}|${tx.now.toISOString()}`;
  for (const to of await addressesFor(tx, accountId, "password"))
    await send({ envelope: { to, accountId, cause, secrets: {} }, firstName: owner.firstName, at: dateTime(tx.now) });
}

export const tellFactorAdded = (tx: TxCtx, accountId: string, news: FactorNews): Promise<void> =>
  tellAll(tx, accountId, news.factor, ({ envelope, ...said }) =>
    queueMail(tx, "factor-added", { ...envelope, props: { ...said, ...news, device: tx.device } }),
  );

export const tellFactorRemoved = (tx: TxCtx, accountId: string, news: FactorNews): Promise<void> =>
  tellAll(tx, accountId, news.factor, ({ envelope, ...said }) =>
    queueMail(tx, "factor-removed", { ...envelope, props: { ...said, ...news, device: tx.device } }),
  );

export const tellRecoveryCodeUsed = (tx: TxCtx, accountId: string, left: number): Promise<void> =>
  tellAll(tx, accountId, `left ${left}`, ({ envelope, ...said }) =>
    queueMail(tx, "recovery-code-used", { ...envelope, props: { ...said, left, device: tx.device } }),
  );

export const tellFactorsReset = (tx: TxCtx, accountId: string): Promise<void> =>
  tellAll(tx, accountId, "reset", ({ envelope, ...said }) => queueMail(tx, "factors-reset", { ...envelope, props: said }));
