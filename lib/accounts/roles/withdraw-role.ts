import { and, eq, isNull } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { authorities, structures } from "@/db/schema/references";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import { audit } from "@/lib/audit/audit";
import { lockPerson } from "@/lib/accounts/people/lock-person";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { keepAnAdministrator } from "./keep-an-administrator";
import { can } from "./policy";
import type { WithdrawRoleInput } from "./schemas";
import { roleLabels } from "./vocabulary";

/** Takes a role back (AD-10): in force at the person's next request, and they are told. The last administrator's stays. */
export function withdrawRole(ctx: Ctx, { grantId }: WithdrawRoleInput): Promise<{ accountId: string; label: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.manageRoles(tx.actor));
    requireFreshProof(tx);
    const [grant] = await tx.db
      .select({
        accountId: roleGrants.accountId,
        role: roleGrants.role,
        withdrawnAt: roleGrants.withdrawnAt,
        structure: structures.name,
        authority: authorities.name,
      })
      .from(roleGrants)
      .leftJoin(structures, eq(structures.id, roleGrants.structureId))
      .leftJoin(authorities, eq(authorities.id, roleGrants.authorityId))
      .where(eq(roleGrants.id, grantId));
    if (grant === undefined) throw absent();
    if (grant.withdrawnAt !== null) throw alreadyWithdrawn();
    const { accountId, role } = grant;
    const scope = grant.structure ?? grant.authority;
    const person = await lockPerson(tx, accountId);
    if (role === "administrator") await keepAnAdministrator(tx, { without: accountId });
    const withdrawnBy = accountIdOf(tx.actor);
    const withdrawn = await tx.db
      .update(roleGrants)
      .set({ withdrawnAt: tx.now, withdrawnBy })
      .where(and(eq(roleGrants.id, grantId), isNull(roleGrants.withdrawnAt)))
      .returning({ id: roleGrants.id });
    if (withdrawn.length === 0) throw alreadyWithdrawn();
    await audit(tx, { action: "role.withdraw", accountId, subject: { type: "role_grant", id: grantId }, details: { role, scope } });
    const props = { firstName: person.firstName, role: roleLabels[role], scope };
    for (const to of await addressesFor(tx, accountId, "account"))
      await queueMail(tx, "role-withdrawn", { to, accountId, cause: grantId, props, secrets: {} });
    return { accountId, label: roleLabels[role] };
  });
}

const alreadyWithdrawn = () => new Refusal("conflict", "Ce rôle a déjà été retiré.");
