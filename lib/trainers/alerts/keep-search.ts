import { and, eq } from "drizzle-orm";
import { savedSearches } from "@/db/schema/cv-library";
import type { TxCtx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import type { SearchScope } from "../library/vocabulary";

const most = 50;

interface KeptSearch {
  readonly accountId: string;
  readonly scope: SearchScope;
  readonly name: string;
  readonly query: string;
  readonly alert: boolean;
}

// No policy: the calling verb judges, and audits.
/** Keeps one's search under a name, fifty in each scope; the same name again takes the new search, however many there are. */
export async function keepSearch(tx: TxCtx, { accountId, scope, name, query, alert }: KeptSearch): Promise<void> {
  const known = await tx.db
    .select({ name: savedSearches.name })
    .from(savedSearches)
    .where(and(eq(savedSearches.accountId, accountId), eq(savedSearches.scope, scope)));
  if (known.length >= most && !known.some((search) => search.name === name))
    throw new Refusal("conflict", `Vous avez déjà ${most} recherches enregistrées : supprimez-en une.`);
  const values = { query, alert, seenUntil: tx.now };
  await tx.db
    .insert(savedSearches)
    .values({ accountId, scope, name, createdAt: tx.now, ...values })
    .onConflictDoUpdate({ target: [savedSearches.accountId, savedSearches.scope, savedSearches.name], set: values });
}
