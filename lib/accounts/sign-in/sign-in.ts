import { and, eq, isNull } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import { hashPassword, isOutdated, verifyPassword } from "@/lib/accounts/passwords/hash-password";
import { isFactorAskedOf } from "@/lib/accounts/second-factor/has-factor";
import { openSession } from "@/lib/accounts/sessions/open-session";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { safeReturn } from "@/lib/core/paths";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import type { SignInInput } from "./schemas";
import { forgiveTry, reserveTry, tryKeys } from "./throttle";

export interface SignedInResult {
  readonly ticket: string;
  readonly returnTo: string | undefined;
  /** What is still asked before anything is shown. */
  readonly asksSecondFactor: boolean;
}

/**
 * Signs in with address and password: one answer for an unknown address and a wrong password, in words and in time
 * (MC-10). No policy: anybody may try.
 */
export async function signIn(ctx: Ctx, input: SignInInput): Promise<SignedInResult> {
  const account = await findAccount(ctx, input.address);
  const keys = tryKeys(ctx, account?.id ?? input.address);
  await reserveTry(ctx, keys);
  const right = await verifyPassword(account?.passwordHash ?? null, input.password);
  if (account === null || !right) throw wrong();
  if (account.blockedAt !== null) throw blocked();
  await forgiveTry(ctx, keys);
  const fresh = isOutdated(account.passwordHash) ? await hashPassword(input.password) : null;
  return withTx(ctx, async (tx) => {
    await holdPassword(tx, account);
    if (fresh !== null) await tx.db.update(accounts).set({ passwordHash: fresh }).where(eq(accounts.id, account.id));
    const { ticket } = await openSession(tx, { accountId: account.id, remember: input.remember, withSecondFactor: false });
    await audit(tx, {
      action: "account.sign_in",
      accountId: account.id,
      subject: { type: "account", id: account.id },
      details: { way: "password" },
    });
    return { ticket, returnTo: safeReturn(input.retour), asksSecondFactor: await isFactorAskedOf(tx, account.id) };
  });
}

const wrong = () =>
  new Refusal(
    "invalid",
    "Adresse ou mot de passe incorrect. Vérifiez-les, ou choisissez un nouveau mot de passe avec « Mot de passe oublié ? ».",
  );
export const blocked = () =>
  new Refusal("forbidden", "Ce compte est bloqué. Contactez l’assistance pour savoir pourquoi et le faire rouvrir.");

async function findAccount(ctx: Ctx, address: string) {
  const [account] = await ctx.db
    .select({ id: accounts.id, passwordHash: accounts.passwordHash, blockedAt: accounts.blockedAt })
    .from(accountAddresses)
    .innerJoin(accounts, and(eq(accounts.id, accountAddresses.accountId), isNull(accounts.closedAt)))
    .where(eq(accountAddresses.canonical, address));
  return account ?? null;
}

/**
 * The password checked is still the account's, and stays so until the session is written: one that is being reset
 * opens no session that the reset would miss.
 */
async function holdPassword(tx: TxCtx, { id, passwordHash }: { id: string; passwordHash: string }): Promise<void> {
  const held = await tx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash), isNull(accounts.blockedAt), isNull(accounts.closedAt)))
    .for("no key update");
  if (held.length === 0) throw wrong();
}
