import { audit } from "@/lib/audit/audit";
import { endSessions } from "@/lib/accounts/sessions/end-sessions";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { lockPerson } from "./lock-person";
import { can } from "./policy";
import type { PersonInput } from "./schemas";

/** Ends every session of a person, on every device (AD-10); of oneself, all but the one in use. Gives how many ended. */
export function signOutPerson(ctx: Ctx, { accountId }: PersonInput): Promise<{ endedSessions: number }> {
  return withTx(ctx, async (tx) => {
    ensure(can.signOutEverywhere(tx.actor));
    requireFreshProof(tx);
    await lockPerson(tx, accountId);
    const own = tx.actor.kind === "account" && tx.actor.accountId === accountId ? { except: tx.actor.sessionId } : {};
    const endedSessions = await endSessions(tx, { accountId, ...own, reason: "revoked" });
    await audit(tx, { action: "session.end_all", accountId, subject: { type: "account", id: accountId }, details: { endedSessions } });
    return { endedSessions };
  });
}
