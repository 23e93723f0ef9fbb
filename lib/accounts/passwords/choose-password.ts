import { and, desc, eq, isNull, notInArray } from "drizzle-orm";
import { accounts, passwordHistory } from "@/db/schema/accounts";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent, Refusal } from "@/lib/core/refusal";
import { hashPassword, verifyPassword } from "./hash-password";
import { readPasswordRules } from "./read-password-rules";
import { brokenRules, classesOf, keptHashes, ruleMessages } from "./rules";

/** A password found fit, ready to be stored. */
export interface ChosenPassword {
  readonly hash: string;
  readonly classes: readonly string[];
  /** The hash it was judged against: when another one is there at the moment of storing, all is to be judged anew. */
  readonly replaces: string;
}

export interface PasswordChoice {
  readonly accountId: string;
  readonly password: string;
  /** The application one is on the way to, whose rules count too. */
  readonly entered?: ApplicationId | undefined;
}

/**
 * Judges a new password: the rules of the person's applications, their names, their last five passwords (MC-03, MC-23).
 * To be called outside a transaction: it hashes, which takes a while. Refuses on the field `password`.
 */
export async function choosePassword(ctx: Ctx, { accountId, password, entered }: PasswordChoice): Promise<ChosenPassword> {
  const [account] = await ctx.db
    .select({ firstName: accounts.firstName, lastName: accounts.lastName, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNull(accounts.closedAt)));
  if (account === undefined) throw absent();
  const broken = brokenRules(password, account, await readPasswordRules(ctx, accountId, entered));
  if (broken.length > 0) throw refused(ruleMessages(broken));
  if (await wasUsed(ctx, accountId, account.passwordHash, password))
    throw refused(["Choisissez un mot de passe différent des 5 derniers."]);
  return { hash: await hashPassword(password), classes: classesOf(password, account), replaces: account.passwordHash };
}

const refused = (messages: readonly string[]) => new Refusal("invalid", "Ce mot de passe ne convient pas.", { password: messages });

async function wasUsed(ctx: Ctx, accountId: string, current: string, password: string): Promise<boolean> {
  const earlier = await ctx.db
    .select({ hash: passwordHistory.passwordHash })
    .from(passwordHistory)
    .where(eq(passwordHistory.accountId, accountId))
    .orderBy(desc(passwordHistory.createdAt), desc(passwordHistory.id))
    .limit(keptHashes);
  const hashes = new Set([current, ...earlier.map(({ hash }) => hash)]);
  const same = await Promise.all([...hashes].map((hash) => verifyPassword(hash, password)));
  return same.includes(true);
}

/** Stores a chosen password, keeps its hash among the last five. Refuses when the password changed since it was judged. */
export async function storePassword(tx: TxCtx, accountId: string, { hash, classes, replaces }: ChosenPassword): Promise<void> {
  const changed = await tx.db
    .update(accounts)
    .set({ passwordHash: hash, passwordClasses: [...classes], passwordChangedAt: tx.now })
    .where(and(eq(accounts.id, accountId), eq(accounts.passwordHash, replaces)))
    .returning({ id: accounts.id });
  if (changed.length === 0)
    throw new Refusal(
      "conflict",
      "Votre mot de passe vient d’être changé ailleurs, dans un autre onglet ou sur un autre appareil. Rechargez la page.",
    );
  await tx.db.insert(passwordHistory).values({ accountId, passwordHash: hash, createdAt: tx.now });
  const kept = tx.db
    .select({ id: passwordHistory.id })
    .from(passwordHistory)
    .where(eq(passwordHistory.accountId, accountId))
    .orderBy(desc(passwordHistory.createdAt), desc(passwordHistory.id))
    .limit(keptHashes);
  await tx.db.delete(passwordHistory).where(and(eq(passwordHistory.accountId, accountId), notInArray(passwordHistory.id, kept)));
}
