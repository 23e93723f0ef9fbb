import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import { audit } from "@/lib/audit/audit";
import { mine } from "@/lib/accounts/identity/policy";
import { voidLinks } from "@/lib/accounts/links/void-links";
import { endSessions } from "@/lib/accounts/sessions/end-sessions";
import type { Ctx } from "@/lib/core/ctx";
import { safeReturn } from "@/lib/core/paths";
import { withTx } from "@/lib/core/tx";
import { choosePassword, storePassword } from "./choose-password";
import { requirePassword } from "./require-password";
import { applicationOfPath } from "./rules";
import type { ChangePasswordInput } from "./schemas";
import { tellPasswordChanged } from "./tell-password-changed";

/** Changes the password of the person who asks, who gives the present one (MC-21). Every other session ends at once (MC-12). */
export async function changePassword(
  ctx: Ctx,
  input: ChangePasswordInput,
): Promise<{ readonly endedSessions: number; readonly returnTo: string | undefined }> {
  const actor = mine(ctx.actor);
  const { accountId, sessionId } = actor;
  const replaces = await requirePassword(ctx, actor, input.current);
  const returnTo = safeReturn(input.retour);
  const chosen = await choosePassword(ctx, { accountId, password: input.password, entered: applicationOfPath(returnTo) });
  return withTx(ctx, async (tx) => {
    // Not the hash that was there when the new one was judged: another tab may have changed it in between.
    await storePassword(tx, accountId, { ...chosen, replaces });
    const endedSessions = await endSessions(tx, { accountId, except: sessionId, reason: "password_changed" });
    await tx.db.update(loginSessions).set({ provedAt: tx.now }).where(eq(loginSessions.id, sessionId));
    // What somebody else asked for with the former password must not outlive it.
    await voidLinks(tx, { accountId, purposes: ["reset_password", "prove_secondary", "change_main"], reason: "withdrawn" });
    await tellPasswordChanged(tx, { accountId, cause: randomUUID(), droppedPasskeys: false });
    await audit(tx, { action: "password.change", accountId, subject: { type: "account", id: accountId }, details: { endedSessions } });
    return { endedSessions, returnTo };
  });
}
