import { and, eq } from "drizzle-orm";
import { savedSearches } from "@/db/schema/cv-library";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import type { SaveSearchInput } from "./schemas";

const most = 50;

// No policy: everybody keeps their own searches.
/** Keeps a search of ads under a name, with or without a mail for what is new (EI-16); the same name again takes the new search. */
export function saveSearch(ctx: Ctx, { name, query, alert }: SaveSearchInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    if (tx.actor.kind !== "account") throw absent();
    const { accountId } = tx.actor;
    const known = await tx.db
      .select({ name: savedSearches.name })
      .from(savedSearches)
      .where(and(eq(savedSearches.accountId, accountId), eq(savedSearches.scope, "ads")));
    if (known.length >= most && !known.some((search) => search.name === name))
      throw new Refusal("conflict", `Vous avez déjà ${most} recherches enregistrées : supprimez-en une.`);
    const values = { query, alert, seenUntil: tx.now };
    await tx.db
      .insert(savedSearches)
      .values({ accountId, scope: "ads", name, createdAt: tx.now, ...values })
      .onConflictDoUpdate({ target: [savedSearches.accountId, savedSearches.scope, savedSearches.name], set: values });
    await audit(tx, { action: "search.save", accountId });
  });
}
