import { and, eq, gt, isNull } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import { mine } from "@/lib/accounts/identity/policy";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { endSessions } from "./end-sessions";

/** Ends one of one's own sessions, in force at its next request; somebody else's answers as a missing one (MC-12). */
export function revokeSession(ctx: Ctx, { sessionId }: { readonly sessionId: string }): Promise<{ device: string }> {
  const actor = mine(ctx.actor);
  if (sessionId === actor.sessionId)
    throw new Refusal("conflict", "C’est la session que vous utilisez en ce moment. Pour la terminer, choisissez « Se déconnecter ».");
  return withTx(ctx, async (tx) => {
    const [ended] = await tx.db
      .update(loginSessions)
      .set({ endedAt: tx.now, endReason: "revoked" })
      .where(
        and(
          eq(loginSessions.id, sessionId),
          eq(loginSessions.accountId, actor.accountId),
          isNull(loginSessions.endedAt),
          gt(loginSessions.expiresAt, tx.now),
        ),
      )
      .returning({ device: loginSessions.device });
    if (ended === undefined) throw absent();
    await audit(tx, { action: "session.revoke", accountId: actor.accountId, subject: { type: "login_session", id: sessionId } });
    return ended;
  });
}

/** Ends every session of the person but the one in use. Gives how many there were. */
export function revokeOtherSessions(ctx: Ctx): Promise<{ ended: number }> {
  const actor = mine(ctx.actor);
  return withTx(ctx, async (tx) => {
    const ended = await endSessions(tx, { accountId: actor.accountId, except: actor.sessionId, reason: "revoked" });
    if (ended > 0)
      await audit(tx, {
        action: "session.revoke_others",
        accountId: actor.accountId,
        subject: { type: "account", id: actor.accountId },
        details: { ended },
      });
    return { ended };
  });
}
