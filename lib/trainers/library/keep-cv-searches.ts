import { and, asc, eq } from "drizzle-orm";
import { savedSearches } from "@/db/schema/cv-library";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { keepSearch } from "../alerts/keep-search";
import { can } from "./policy";
import type { CvSearchInput, SaveCvSearchInput } from "./schemas";

/** Keeps a search of the CVthèque under a name; the same name again takes the new search (AD-03). */
export function saveCvSearch(ctx: Ctx, { name, query }: SaveCvSearchInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    ensure(can.searchCvs(tx.actor));
    if (tx.actor.kind !== "account") throw absent();
    const { accountId } = tx.actor;
    await keepSearch(tx, { accountId, scope: "cvs", name, query, alert: false });
    await audit(tx, { action: "trainer.search_saved" });
  });
}

/** Forgets one's own search. */
export function deleteCvSearch(ctx: Ctx, { searchId }: CvSearchInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    ensure(can.searchCvs(tx.actor));
    if (tx.actor.kind !== "account") throw absent();
    const gone = await tx.db
      .delete(savedSearches)
      .where(and(eq(savedSearches.id, searchId), eq(savedSearches.accountId, tx.actor.accountId), eq(savedSearches.scope, "cvs")))
      .returning({ id: savedSearches.id });
    if (gone.length === 0) throw absent();
    await audit(tx, { action: "trainer.search_deleted" });
  });
}

/** One's own searches of the CVthèque, by name. */
export async function listCvSearches(ctx: Ctx) {
  if (ctx.actor.kind !== "account") return [];
  return ctx.db
    .select({ id: savedSearches.id, name: savedSearches.name, query: savedSearches.query })
    .from(savedSearches)
    .where(and(eq(savedSearches.accountId, ctx.actor.accountId), eq(savedSearches.scope, "cvs")))
    .orderBy(asc(savedSearches.name));
}
