import { and, eq, isNull } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { findOwner } from "@/lib/accounts/addresses/find-owner";
import { issueReset } from "@/lib/accounts/passwords/send-reset";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { roleLabels } from "@/lib/accounts/roles/vocabulary";
import { audit } from "@/lib/audit/audit";
import { newToken } from "@/lib/core/crypto";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import type { NewAdministrator } from "./schemas";

export type AdministratorMade =
  /** `link`: where the person chooses a password; it was mailed too. */
  { readonly end: "created"; readonly link: string; readonly until: string } | { readonly end: "granted" | "already" };

// No policy: only the command line calls it, and whoever has the machine has everything.
/**
 * Makes the account of a national administrator, and mails a link by which they choose their password; nobody else ever
 * knows one. An address that has an account is given the role (TR-51). Only from the command line: whoever has the
 * machine has everything.
 */
export async function createAdministrator(ctx: Ctx, person: NewAdministrator): Promise<AdministratorMade> {
  const unknowable = await hashPassword(newToken());
  return withTx(ctx, async (tx) => {
    const owner = await findOwner(tx, person.address);
    if (owner !== null)
      return { end: await grant(tx, { accountId: owner.accountId, firstName: owner.firstName, address: person.address, tell: true }) };
    const accountId = await createAccount(tx, person, unknowable);
    await grant(tx, { accountId, firstName: person.firstName, address: person.address, tell: false });
    const { linkId, url, code, until, main } = await issueReset(tx, { accountId });
    await queueMail(tx, "reset-password", {
      to: main,
      accountId,
      cause: linkId,
      props: { firstName: person.firstName, address: main, until },
      secrets: { url, code },
    });
    return { end: "created", link: url, until };
  });
}

async function createAccount(
  tx: TxCtx,
  { civility, firstName, lastName, address }: NewAdministrator,
  passwordHash: string,
): Promise<string> {
  const [account] = await tx.db
    .insert(accounts)
    .values({ civility, firstName, lastName, passwordHash, passwordChangedAt: tx.now, createdAt: tx.now })
    .returning({ id: accounts.id });
  if (account === undefined) throw new Error("account not stored");
  await tx.db
    .insert(accountAddresses)
    .values({ accountId: account.id, kind: "main", address, canonical: address, provedAt: tx.now, createdAt: tx.now });
  await audit(tx, { action: "account.create", accountId: account.id, subject: { type: "account", id: account.id } });
  return account.id;
}

interface Granting {
  readonly accountId: string;
  readonly firstName: string;
  readonly address: string;
  readonly tell: boolean;
}

async function grant(tx: TxCtx, { accountId, firstName, address, tell }: Granting): Promise<"granted" | "already"> {
  const held = await tx.db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.accountId, accountId), eq(roleGrants.role, "administrator"), isNull(roleGrants.withdrawnAt)));
  if (held.length > 0) return "already";
  const [made] = await tx.db
    .insert(roleGrants)
    .values({ accountId, role: "administrator", grantedAt: tx.now })
    .returning({ id: roleGrants.id });
  if (made === undefined) throw new Error("role not stored");
  await audit(tx, { action: "role.grant", accountId, subject: { type: "role_grant", id: made.id }, details: { role: "administrator" } });
  if (tell)
    await queueMail(tx, "role-granted", {
      to: address,
      accountId,
      cause: made.id,
      props: { firstName, role: roleLabels.administrator, scope: null },
      secrets: {},
    });
  return "granted";
}
