import { eq } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts, passwordHistory } from "@/db/schema/accounts";
import { authorities, structures } from "@/db/schema/references";
import { classesOf } from "@/lib/accounts/passwords/rules";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { type DemonstrationAccount, demonstrationAccounts, demonstrationPassword } from "./demonstration-accounts.data";

/** Creates the demonstration accounts that are missing; true when some were. */
export async function seedDemonstration(ctx: Ctx): Promise<boolean> {
  const passwordHash = await hashPassword(demonstrationPassword);
  return withTx(ctx, async (tx) => {
    const known = await tx.db.select({ canonical: accountAddresses.canonical }).from(accountAddresses);
    const missing = demonstrationAccounts.filter(({ address }) => !known.some(({ canonical }) => canonical === address));
    for (const account of missing) await createAccount(tx, account, passwordHash);
    return missing.length > 0;
  });
}

async function createAccount(tx: TxCtx, person: DemonstrationAccount, passwordHash: string): Promise<void> {
  const { civility, firstName, lastName, address } = person;
  const [account] = await tx.db
    .insert(accounts)
    .values({
      civility,
      firstName,
      lastName,
      passwordHash,
      passwordChangedAt: tx.now,
      passwordClasses: classesOf(demonstrationPassword, person),
    })
    .returning({ id: accounts.id });
  if (account === undefined) throw new Error(`account ${address} not stored`);
  await tx.db.insert(accountAddresses).values({ accountId: account.id, kind: "main", address, canonical: address, provedAt: tx.now });
  await tx.db.insert(passwordHistory).values({ accountId: account.id, passwordHash });
  if (person.role === null) return;
  await tx.db.insert(roleGrants).values({ accountId: account.id, role: person.role, grantedAt: tx.now, ...(await scopeOf(tx, person)) });
}

async function scopeOf(
  tx: TxCtx,
  { structureCode, authorityCommune }: DemonstrationAccount,
): Promise<{ structureId?: string; authorityId?: string }> {
  if (structureCode !== undefined) {
    const [structure] = await tx.db.select({ id: structures.id }).from(structures).where(eq(structures.code, structureCode));
    if (structure === undefined) throw new Error(`structure ${structureCode} is missing`);
    return { structureId: structure.id };
  }
  if (authorityCommune === undefined) return {};
  const [authority] = await tx.db.select({ id: authorities.id }).from(authorities).where(eq(authorities.code, authorityCommune));
  if (authority === undefined) throw new Error(`authority of commune ${authorityCommune} is missing`);
  return { authorityId: authority.id };
}
