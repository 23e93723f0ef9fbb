import type { TxCtx } from "@/lib/core/ctx";
import { queueMail } from "@/lib/mail/queue-mail";

export interface Withdrawn {
  readonly accountId: string;
  readonly firstName: string;
  readonly address: string;
  /** Names this one change. */
  readonly cause: string;
}

/** Tells an address that it no longer counts: whoever reads it would otherwise wait for mails in vain. */
export const tellWithdrawn = (tx: TxCtx, { accountId, firstName, address, cause }: Withdrawn): Promise<void> =>
  queueMail(tx, "address-withdrawn", { to: address, accountId, cause, props: { firstName, address }, secrets: {} });
