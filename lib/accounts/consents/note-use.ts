import { and, eq, isNull, lt } from "drizzle-orm";
import { appConsents } from "@/db/schema/accounts";
import type { LiveConsent } from "@/lib/accounts/applications/read-consents";
import type { Ctx } from "@/lib/core/ctx";
import { isUsedLongAgo } from "./rules";

/** An application was entered: its consent is in use, written down once a day; a warning that it would end is void (MC-13). */
export async function noteUse(ctx: Ctx, consents: readonly LiveConsent[]): Promise<void> {
  const stale = consents.find(({ mode, lastUsedAt }) => mode === "always" && isUsedLongAgo(lastUsedAt, ctx.now));
  if (stale === undefined) return;
  await ctx.db
    .update(appConsents)
    .set({ lastUsedAt: ctx.now, warnedAt: null })
    .where(and(eq(appConsents.id, stale.id), isNull(appConsents.endedAt), lt(appConsents.lastUsedAt, ctx.now)));
}
