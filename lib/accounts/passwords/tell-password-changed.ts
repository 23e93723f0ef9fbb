import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import type { TxCtx } from "@/lib/core/ctx";
import { longDateTime } from "@/lib/core/format";
import { queueMail } from "@/lib/mail/queue-mail";

export interface PasswordNews {
  readonly accountId: string;
  /** Names this one change. */
  readonly cause: string;
  readonly droppedPasskeys: boolean;
}

/** Tells both addresses that the password changed, so that a theft is seen (MC-21). */
export async function tellPasswordChanged(tx: TxCtx, { accountId, cause, droppedPasskeys }: PasswordNews): Promise<void> {
  const [account] = await tx.db.select({ firstName: accounts.firstName }).from(accounts).where(eq(accounts.id, accountId));
  const props = { firstName: account?.firstName ?? "", at: longDateTime(tx.now), device: tx.device, droppedPasskeys };
  for (const to of await addressesFor(tx, accountId, "password")) {
    await queueMail(tx, "password-changed", { to, accountId, cause, props, secrets: {} });
  }
}
