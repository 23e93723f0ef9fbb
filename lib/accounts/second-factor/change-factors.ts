import { and, eq, isNull } from "drizzle-orm";
import { loginSessions } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { requireFreshProof } from "@/lib/accounts/sign-in/require-fresh-proof";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { mayChangeFactors } from "./policy";
import { type Factors, readFactors } from "./read-factors";
import { hasFactor } from "./rules";

/**
 * Runs a change of one's own factors: password or passkey given lately, factor already given in this session when
 * there is one, and changes of one account taken one after the other. No audit: each change writes its own line.
 */
export async function changeFactors<Result>(
  ctx: Ctx,
  change: (tx: TxCtx, person: SignedIn, before: Factors) => Promise<Result>,
): Promise<Result> {
  const person = personOf(ctx);
  requireFreshProof(ctx);
  return withTx(ctx, async (tx) => {
    await tx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, person.accountId)).for("no key update");
    const before = await readFactors(tx, person.accountId);
    ensure(mayChangeFactors(person, hasFactor(before)));
    return change(tx, person, before);
  });
}

/** The second factor was given in this session, and in no other. */
export async function markSession(tx: TxCtx, { sessionId }: SignedIn): Promise<void> {
  await tx.db
    .update(loginSessions)
    .set({ secondFactorAt: tx.now })
    .where(and(eq(loginSessions.id, sessionId), isNull(loginSessions.endedAt)));
}
