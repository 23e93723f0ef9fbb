import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { profileRequests, requestReservations } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import { handedUntil } from "./rules";
import type { HandOverInput } from "./schemas";

/** Gives a request to a colleague of the same structure: everybody sees that it is theirs (AD-02, EI-43). */
export function handOverRequest(ctx: Ctx, { requestId, accountId }: HandOverInput): Promise<{ name: string }> {
  return withTx(ctx, async (tx) => {
    const [request] = await tx.db
      .select({ structureId: profileRequests.structureId })
      .from(profileRequests)
      .where(eq(profileRequests.id, requestId));
    if (request === undefined) throw absent();
    ensure(can.study(tx.actor, request.structureId));
    const colleague = (await listColleagues(tx, request.structureId)).find(({ id }) => id === accountId);
    if (colleague === undefined) throw new Refusal("invalid", "Cette personne ne gère pas, ou plus, cette structure.");
    const held = { accountId, takenAt: tx.now, expiresAt: handedUntil(tx.now) };
    await tx.db
      .insert(requestReservations)
      .values({ requestId, ...held })
      .onConflictDoUpdate({ target: requestReservations.requestId, set: held });
    await audit(tx, { action: "trainer.request_handed_over", subject: { type: "profile_request", id: requestId } });
    return { name: colleague.name };
  });
}

/** The other managers of a structure, by name. The caller has judged who reads. */
export async function listColleagues(ctx: Ctx, structureId: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const me = ctx.actor.kind === "account" ? ctx.actor.accountId : null;
  const rows = await ctx.db
    .selectDistinct({ id: accounts.id, firstName: accounts.firstName, lastName: accounts.lastName })
    .from(roleGrants)
    .innerJoin(accounts, and(eq(accounts.id, roleGrants.accountId), isNull(accounts.closedAt), isNull(accounts.blockedAt)))
    .where(
      and(
        eq(roleGrants.role, "manager"),
        eq(roleGrants.structureId, structureId),
        isNull(roleGrants.withdrawnAt),
        me === null ? undefined : ne(accounts.id, me),
      ),
    )
    .orderBy(asc(accounts.lastName), asc(accounts.firstName));
  return rows.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }));
}
