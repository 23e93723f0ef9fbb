import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { forgiveTry, reserveTry, tryKeys } from "@/lib/accounts/sign-in/throttle";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { verifyPassword } from "./hash-password";

/**
 * Asks a signed-in person for their password again, before what a thief with an open session would do. A wrong one
 * counts in the same throttle as signing in (MC-11). Outside any transaction, so that no refusal gives the try back. Gives the
 * hash that the password was compared with: what changes the password makes sure that it still is the account's.
 */
export async function requirePassword(ctx: Ctx, actor: SignedIn, typed: string): Promise<string> {
  const keys = tryKeys(ctx, actor.accountId);
  await reserveTry(ctx, keys);
  const [account] = await ctx.db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, actor.accountId));
  if (account === undefined || !(await verifyPassword(account.hash, typed))) {
    throw new Refusal("invalid", "Le mot de passe actuel n’est pas le bon.", {
      current: ["Saisissez le mot de passe avec lequel vous vous connectez."],
    });
  }
  await forgiveTry(ctx, keys);
  return account.hash;
}
