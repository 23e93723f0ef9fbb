import { and, eq, isNull } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { verifyPassword } from "@/lib/accounts/passwords/hash-password";
import { checkPasskey, holdPasskey } from "@/lib/accounts/second-factor/check-passkey";
import type { AuthenticationAnswer } from "@/lib/accounts/second-factor/passkey-answers";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { safeReturn } from "@/lib/core/paths";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { forgiveTry, proofKeys, reserveTry } from "./throttle";

export interface Proved {
  readonly returnTo: string | undefined;
}

/** Asks somebody signed in for their password again, before a sensitive act. Wrong tries are counted as at sign-in. No policy: the session is one's own. */
export async function proveByPassword(
  ctx: Ctx,
  { password, retour }: { readonly password: string; readonly retour?: string | undefined },
): Promise<Proved> {
  const person = personOf(ctx);
  const keys = proofKeys(ctx, person.accountId);
  await reserveTry(ctx, keys);
  const [account] = await ctx.db.select({ passwordHash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, person.accountId));
  if (!(await verifyPassword(account?.passwordHash ?? null, password))) {
    throw new Refusal("invalid", "Ce mot de passe n’est pas le bon.", { password: ["Saisissez le mot de passe de votre compte."] });
  }
  await forgiveTry(ctx, keys);
  return refresh(ctx, person, { way: "password", retour });
}

/** The same with a passkey, which also counts as this session's second factor. */
export async function proveByPasskey(
  ctx: Ctx,
  { answer, retour }: { readonly answer: AuthenticationAnswer; readonly retour?: string | undefined },
): Promise<Proved> {
  const person = personOf(ctx);
  const checked = await checkPasskey(ctx, answer, person.accountId);
  return refresh(ctx, person, { way: "passkey", retour }, (tx) => holdPasskey(tx, checked));
}

function refresh(
  ctx: Ctx,
  person: SignedIn,
  { way, retour }: { way: "password" | "passkey"; retour: string | undefined },
  hold: (tx: TxCtx) => Promise<void> = () => Promise.resolve(),
): Promise<Proved> {
  return withTx(ctx, async (tx) => {
    await hold(tx);
    await tx.db
      .update(loginSessions)
      .set({ provedAt: tx.now, ...(way === "passkey" ? { secondFactorAt: tx.now } : {}) })
      .where(and(eq(loginSessions.id, person.sessionId), isNull(loginSessions.endedAt)));
    await audit(tx, {
      action: "session.proved_again",
      accountId: person.accountId,
      subject: { type: "login_session", id: person.sessionId },
      details: { way },
    });
    return { returnTo: safeReturn(retour) };
  });
}
