import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import { audit } from "@/lib/audit/audit";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { lockPerson } from "./lock-person";
import { can } from "./policy";
import type { PersonInput } from "./schemas";

/** Lets a blocked person sign in again (AD-10), and tells them so. */
export function unblockAccount(ctx: Ctx, { accountId }: PersonInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    ensure(can.seePeople(tx.actor));
    requireFreshProof(tx);
    const person = await lockPerson(tx, accountId);
    ensure(can.unblock(tx.actor, person));
    await tx.db.update(accounts).set({ blockedAt: null, blockedReason: null }).where(eq(accounts.id, accountId));
    await audit(tx, { action: "account.unblock", accountId, subject: { type: "account", id: accountId } });
    for (const to of await addressesFor(tx, accountId, "account"))
      await queueMail(tx, "account-unblocked", {
        to,
        accountId,
        cause: `${accountId} ${tx.now.toISOString()}`,
        props: { firstName: person.firstName },
        secrets: {},
      });
  });
}
