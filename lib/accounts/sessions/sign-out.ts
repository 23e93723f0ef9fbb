import { and, eq, isNull } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";

/** Ends the session of the person who asks. No policy: whoever holds the session may end it. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "account") return;
  await withTx(ctx, async (tx) => {
    await tx.db
      .update(loginSessions)
      .set({ endedAt: tx.now, endReason: "signed_out" })
      .where(and(eq(loginSessions.id, actor.sessionId), isNull(loginSessions.endedAt)));
    await audit(tx, { action: "session.sign_out", accountId: actor.accountId, subject: { type: "login_session", id: actor.sessionId } });
  });
}
