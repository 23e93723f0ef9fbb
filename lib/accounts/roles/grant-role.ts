import { roleGrants } from "@/db/schema/access";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import { audit } from "@/lib/audit/audit";
import { lockPerson } from "@/lib/accounts/people/lock-person";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { findScope } from "./find-scope";
import { can } from "./policy";
import type { GrantRoleInput } from "./schemas";
import { roleLabels } from "./vocabulary";

/** Gives a role to a person, limited to a structure or an authority where the role asks for it (AD-10). In force at their next request. */
export function grantRole(ctx: Ctx, { accountId, role, ...wanted }: GrantRoleInput): Promise<{ label: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.manageRoles(tx.actor));
    requireFreshProof(tx);
    const person = await lockPerson(tx, accountId);
    const { structureId, authorityId, name: scope } = await findScope(tx, wanted);
    const grantedBy = accountIdOf(tx.actor);
    const [grant] = await tx.db
      .insert(roleGrants)
      .values({ accountId, role, structureId, authorityId, grantedBy, grantedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: roleGrants.id });
    if (grant === undefined) throw new Refusal("conflict", "Cette personne a déjà ce rôle.", { role: ["Cette personne a déjà ce rôle."] });
    await audit(tx, {
      action: "role.grant",
      accountId,
      subject: { type: "role_grant", id: grant.id },
      details: { role, scope, structureId, authorityId },
    });
    for (const to of await addressesFor(tx, accountId, "account"))
      await queueMail(tx, "role-granted", {
        to,
        accountId,
        cause: grant.id,
        props: { firstName: person.firstName, role: roleLabels[role], scope },
        secrets: {},
      });
    return { label: roleLabels[role] };
  });
}
