import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import { audit } from "@/lib/audit/audit";
import { isAdministrator, keepAnAdministrator } from "@/lib/accounts/roles/keep-an-administrator";
import { endSessions } from "@/lib/accounts/sessions/end-sessions";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import { voidLinks } from "@/lib/accounts/links/void-links";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { lockPerson } from "./lock-person";
import { can } from "./policy";
import type { BlockAccountInput } from "./schemas";

/** What a thief may have asked for before: it does not come back to life with the account. The owner’s undo link does. */
const accountLinks = ["reset_password", "prove_secondary", "change_main"] as const;

/** Keeps a person out until the account is unblocked: sessions end at once, data stay (AD-10). The person is told why. */
export function blockAccount(ctx: Ctx, { accountId, reason }: BlockAccountInput): Promise<{ endedSessions: number }> {
  return withTx(ctx, async (tx) => {
    ensure(can.seePeople(tx.actor));
    requireFreshProof(tx);
    const person = await lockPerson(tx, accountId);
    ensure(can.block(tx.actor, person));
    if (await isAdministrator(tx, accountId)) await keepAnAdministrator(tx, { without: accountId });
    await tx.db.update(accounts).set({ blockedAt: tx.now, blockedReason: reason }).where(eq(accounts.id, accountId));
    const endedSessions = await endSessions(tx, { accountId, reason: "blocked" });
    await voidLinks(tx, { accountId, purposes: accountLinks, reason: "account_blocked" });
    await audit(tx, {
      action: "account.block",
      accountId,
      subject: { type: "account", id: accountId },
      details: { reason, endedSessions },
    });
    for (const to of await addressesFor(tx, accountId, "account"))
      await queueMail(tx, "account-blocked", {
        to,
        accountId,
        cause: `${accountId} ${tx.now.toISOString()}`,
        props: { firstName: person.firstName, reason },
        secrets: {},
      });
    return { endedSessions };
  });
}
