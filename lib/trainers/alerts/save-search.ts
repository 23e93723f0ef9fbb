import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { keepSearch } from "./keep-search";
import type { SaveSearchInput } from "./schemas";

// No policy: everybody keeps their own searches.
/** Keeps a search of ads under a name, with or without a mail for what is new (EI-16); the same name again takes the new search. */
export function saveSearch(ctx: Ctx, { name, query, alert }: SaveSearchInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    if (tx.actor.kind !== "account") throw absent();
    const { accountId } = tx.actor;
    await keepSearch(tx, { accountId, scope: "ads", name, query, alert });
    await audit(tx, { action: "search.save", accountId });
  });
}
