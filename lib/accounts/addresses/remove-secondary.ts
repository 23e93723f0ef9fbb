import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { accountAddresses } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { mine } from "@/lib/accounts/identity/policy";
import { lockPerson } from "@/lib/accounts/people/lock-person";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { addressesFor } from "./addresses-for";
import { tellWithdrawn } from "./tell-withdrawn";

/** Takes the secondary address off, the password given lately (MC-21). It is told, and so is the main one. */
export function removeSecondary(ctx: Ctx): Promise<void> {
  const { accountId } = mine(ctx.actor);
  requireFreshProof(ctx);
  return withTx(ctx, async (tx) => {
    const { firstName } = await lockPerson(tx, accountId);
    const [removed] = await tx.db
      .delete(accountAddresses)
      .where(and(eq(accountAddresses.accountId, accountId), eq(accountAddresses.kind, "secondary")))
      .returning({ address: accountAddresses.address });
    if (removed === undefined) throw absent();
    const { address } = removed;
    const cause = randomUUID();
    await tellWithdrawn(tx, { accountId, firstName, address, cause });
    for (const to of await addressesFor(tx, accountId, "addresses")) {
      await queueMail(tx, "secondary-removed", { to, accountId, cause, props: { firstName, address }, secrets: {} });
    }
    await audit(tx, { action: "address.secondary_remove", accountId, subject: { type: "account", id: accountId } });
  });
}
