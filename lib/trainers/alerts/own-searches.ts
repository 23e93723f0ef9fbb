import { and, asc, eq, type SQL } from "drizzle-orm";
import { savedSearches } from "@/db/schema/cv-library";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import type { SearchAlertInput, SearchInput } from "./schemas";

/** One's own searches of ads, by name; those of the CVthèque are listed there. */
export async function listOwnSearches(ctx: Ctx) {
  if (ctx.actor.kind !== "account") return [];
  return ctx.db
    .select({ id: savedSearches.id, name: savedSearches.name, query: savedSearches.query, alert: savedSearches.alert })
    .from(savedSearches)
    .where(and(eq(savedSearches.accountId, ctx.actor.accountId), eq(savedSearches.scope, "ads")))
    .orderBy(asc(savedSearches.name));
}
export type OwnSearch = Awaited<ReturnType<typeof listOwnSearches>>[number];

// No policy: the condition is one's own; somebody else's answers as a missing one.
function own(tx: TxCtx, searchId: string): { readonly which: SQL | undefined; readonly accountId: string } {
  if (tx.actor.kind !== "account") throw absent();
  const { accountId } = tx.actor;
  return { which: and(eq(savedSearches.id, searchId), eq(savedSearches.accountId, accountId), eq(savedSearches.scope, "ads")), accountId };
}

/** Asks for the mails of a search, from now on, or for no more of them. */
export function setSearchAlert(ctx: Ctx, { searchId, alert }: SearchAlertInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const { which, accountId } = own(tx, searchId);
    const changed = await tx.db.update(savedSearches).set({ alert, seenUntil: tx.now }).where(which).returning({ id: savedSearches.id });
    if (changed.length === 0) throw absent();
    await audit(tx, { action: "search.change", accountId });
  });
}

export function removeSearch(ctx: Ctx, { searchId }: SearchInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const { which, accountId } = own(tx, searchId);
    const gone = await tx.db.delete(savedSearches).where(which).returning({ id: savedSearches.id });
    if (gone.length === 0) throw absent();
    await audit(tx, { action: "search.remove", accountId });
  });
}
