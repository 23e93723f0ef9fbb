import { and, eq, isNull } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { checkPasskey, holdPasskey } from "@/lib/accounts/second-factor/check-passkey";
import type { AuthenticationAnswer } from "@/lib/accounts/second-factor/passkey-answers";
import { openSession } from "@/lib/accounts/sessions/open-session";
import type { Ctx } from "@/lib/core/ctx";
import { safeReturn } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { blocked, type SignedInResult } from "./sign-in";

interface PasskeySignIn {
  readonly answer: AuthenticationAnswer;
  readonly remember: boolean;
  readonly retour?: string | undefined;
}

/**
 * Signs in with a passkey, without address nor password: the device and its finger, face or code are both factors
 * (MC-32). No policy: anybody may try.
 */
export async function signInWithPasskey(ctx: Ctx, { answer, remember, retour }: PasskeySignIn): Promise<SignedInResult> {
  const checked = await checkPasskey(ctx, answer, null);
  const { accountId } = checked;
  return withTx(ctx, async (tx) => {
    const [account] = await tx.db
      .select({ blockedAt: accounts.blockedAt })
      .from(accounts)
      .where(and(eq(accounts.id, accountId), isNull(accounts.closedAt)))
      .for("no key update");
    if (account === undefined) throw absent();
    if (account.blockedAt !== null) throw blocked();
    await holdPasskey(tx, checked);
    const { ticket } = await openSession(tx, { accountId, remember, withSecondFactor: true });
    await audit(tx, { action: "account.sign_in", accountId, subject: { type: "account", id: accountId }, details: { way: "passkey" } });
    return { ticket, returnTo: safeReturn(retour), asksSecondFactor: false };
  });
}
