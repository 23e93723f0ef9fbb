import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { issueLink } from "@/lib/accounts/links/issue-link";
import type { TxCtx } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { queueMail } from "@/lib/mail/queue-mail";
import { readSettings } from "@/lib/settings/read-settings";
import { findOwner } from "./find-owner";
import type { AddressProof } from "./vocabulary";

export interface ProofToSend {
  readonly purpose: AddressProof;
  readonly accountId: string;
  /** Canonical form of the address to prove. */
  readonly address: string;
  readonly resends: number;
}

const letters = { prove_secondary: "secondary-to-prove", change_main: "main-change-to-prove" } as const;

/**
 * Mails the link that proves an address, to that address. When it belongs to somebody else a link is made all the same,
 * which goes to nobody, and its owner is told: whoever asks sees no difference (MC-22). Valid as long as a sign-up's.
 */
export async function sendProof(tx: TxCtx, { purpose, accountId, address, resends }: ProofToSend): Promise<void> {
  const expiresAt = new Date(tx.now.getTime() + (await readSettings(tx))["registration.lifetimeHours"] * 3_600_000);
  const owner = await findOwner(tx, address);
  const [account] = await tx.db.select({ firstName: accounts.firstName }).from(accounts).where(eq(accounts.id, accountId));
  const link = await issueLink(tx, { purpose, subjectId: accountId, address, expiresAt, resends });
  if (owner !== null && owner.accountId !== accountId) {
    const { accountId: ownerId, firstName } = owner;
    return queueMail(tx, "address-known", {
      to: address,
      accountId: ownerId,
      cause: link.linkId,
      props: { firstName, address },
      secrets: {},
    });
  }
  const { url, code } = link;
  return queueMail(tx, letters[purpose], {
    to: address,
    accountId,
    cause: link.linkId,
    props: { firstName: account?.firstName ?? "", address, until: dateTime(expiresAt) },
    secrets: { url, code },
  });
}
