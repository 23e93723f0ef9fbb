import { and, eq } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { authorities, structures } from "@/db/schema/references";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import { audit } from "@/lib/audit/audit";
import { lockPerson } from "@/lib/accounts/people/lock-person";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { can } from "./policy";
import type { GrantRoleInput } from "./schemas";
import { roleLabels } from "./vocabulary";

/** Gives a role to a person, limited to a structure or an authority where the role asks for it (AD-10). In force at their next request. */
export function grantRole(ctx: Ctx, { accountId, role, structureId, authorityId }: GrantRoleInput): Promise<{ label: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.manageRoles(tx.actor));
    requireFreshProof(tx);
    const person = await lockPerson(tx, accountId);
    const scope = await scopeName(tx, { structureId, authorityId });
    const grantedBy = tx.actor.kind === "account" ? tx.actor.accountId : null;
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

/** Name of what the role is limited to, among what is in service; null when it is limited to nothing. */
async function scopeName(
  tx: TxCtx,
  { structureId, authorityId }: Pick<GrantRoleInput, "structureId" | "authorityId">,
): Promise<string | null> {
  if (structureId !== null) {
    const [structure] = await tx.db
      .select({ name: structures.name })
      .from(structures)
      .where(and(eq(structures.id, structureId), structures.active));
    if (structure === undefined) throw unknown("structureId", "Cette structure n’existe pas ou n’est plus en service.");
    return structure.name;
  }
  if (authorityId === null) return null;
  const [authority] = await tx.db
    .select({ name: authorities.name })
    .from(authorities)
    .where(and(eq(authorities.id, authorityId), authorities.active));
  if (authority === undefined) throw unknown("authorityId", "Cette collectivité n’existe pas ou n’existe plus.");
  return authority.name;
}

const unknown = (field: string, message: string) => new Refusal("invalid", message, { [field]: [message] });
