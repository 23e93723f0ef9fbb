import { and, asc, count, eq, isNull, ne } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import type { TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";

const liveAdministrators = and(eq(roleGrants.role, "administrator"), isNull(roleGrants.withdrawnAt));

/**
 * Refuses what would leave nobody to administer the platform, before `accountId` loses the role or the access.
 * The administrators' grants are locked first: of two administrators who remove each other, one is refused.
 */
export async function keepAnAdministrator(tx: TxCtx, { without: accountId }: { readonly without: string }): Promise<void> {
  await tx.db.select({ id: roleGrants.id }).from(roleGrants).where(liveAdministrators).orderBy(asc(roleGrants.id)).for("update");
  const [others] = await tx.db
    .select({ total: count() })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .where(and(liveAdministrators, ne(roleGrants.accountId, accountId), isNull(accounts.blockedAt), isNull(accounts.closedAt)));
  if ((others?.total ?? 0) > 0) return;
  throw new Refusal(
    "conflict",
    "C’est le dernier compte d’administration nationale en état de se connecter. Donnez d’abord ce rôle à une autre personne.",
  );
}

/** Whether a person holds the administrator's role now, blocked or not. */
export async function isAdministrator(tx: TxCtx, accountId: string): Promise<boolean> {
  const [held] = await tx.db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(liveAdministrators, eq(roleGrants.accountId, accountId)));
  return held !== undefined;
}
