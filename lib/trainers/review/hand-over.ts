import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { structures } from "@/db/schema/references";
import { requestReservations } from "@/db/schema/trainers";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { nameOf } from "../profile/rules";
import { type LockedRequest, lockRequest } from "./lock-request";
import { can } from "./policy";
import { handedUntil } from "./rules";
import type { HandOverInput } from "./schemas";

/** Gives a request to a colleague of the same structure: everybody sees that it is theirs, and they are told (AD-02, EI-43). */
export function handOverRequest(ctx: Ctx, { requestId, accountId }: HandOverInput): Promise<{ name: string }> {
  return withTx(ctx, async (tx) => {
    const locked = await lockRequest(tx, requestId);
    // What is decided, or waits for the person, is nobody's to study.
    ensure(can.decide(tx.actor, locked));
    const colleague = (await listColleagues(tx, locked.request.structureId)).find(({ id }) => id === accountId);
    if (colleague === undefined) throw new Refusal("invalid", "Cette personne ne gère pas, ou plus, cette structure.");
    const held = { accountId, takenAt: tx.now, expiresAt: handedUntil(tx.now) };
    await tx.db
      .insert(requestReservations)
      .values({ requestId, ...held })
      .onConflictDoUpdate({ target: requestReservations.requestId, set: held });
    await audit(tx, { action: "trainer.request_handed_over", subject: { type: "profile_request", id: requestId } });
    await tell(tx, locked, colleague);
    return { name: colleague.name };
  });
}

async function tell(tx: TxCtx, { request, profile }: LockedRequest, colleague: Colleague): Promise<void> {
  const [structure] = await tx.db.select({ name: structures.name }).from(structures).where(eq(structures.id, request.structureId));
  if (tx.actor.kind !== "account" || structure === undefined) return;
  for (const to of await addressesFor(tx, colleague.id, "account"))
    await queueMail(tx, "request-handed-over", {
      to,
      accountId: colleague.id,
      cause: `request ${request.id} ${tx.now.toISOString()}`,
      props: {
        firstName: colleague.firstName,
        from: `${tx.actor.firstName} ${tx.actor.lastName}`,
        candidate: nameOf(profile.answers),
        structure: structure.name,
        url: new URL(paths.manage.request(request.id), env.APP_URL).href,
      },
      secrets: {},
    });
}

interface Colleague {
  readonly id: string;
  readonly firstName: string;
  readonly name: string;
}

/** The other managers of a structure, by name. The caller has judged who reads. */
export async function listColleagues(ctx: Ctx, structureId: string): Promise<readonly Colleague[]> {
  const me = accountIdOf(ctx.actor);
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
  return rows.map(({ id, firstName, lastName }) => ({ id, firstName, name: `${firstName} ${lastName}` }));
}
