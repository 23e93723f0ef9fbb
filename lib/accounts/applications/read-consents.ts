import { and, eq, isNull, or } from "drizzle-orm";
import { appConsents } from "@/db/schema/accounts";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { applicationOf } from "./applications.data";
import type { ApplicationId, DataScope } from "./vocabulary";

export type LiveConsent = Pick<typeof appConsents.$inferSelect, "id" | "mode" | "scopes" | "lastUsedAt">;

/** What was accepted for always, or for once in this very session, and still holds. */
export function readConsents(ctx: Ctx, actor: SignedIn, application: ApplicationId): Promise<LiveConsent[]> {
  return ctx.db
    .select({ id: appConsents.id, mode: appConsents.mode, scopes: appConsents.scopes, lastUsedAt: appConsents.lastUsedAt })
    .from(appConsents)
    .where(
      and(
        eq(appConsents.accountId, actor.accountId),
        eq(appConsents.application, application),
        isNull(appConsents.endedAt),
        or(eq(appConsents.mode, "always"), and(eq(appConsents.mode, "once"), eq(appConsents.sessionId, actor.sessionId))),
      ),
    );
}

/** Data that the application reads and that were not accepted yet: only what is new is asked for. */
export function missingScopes(application: ApplicationId, consents: readonly Pick<LiveConsent, "scopes">[]): DataScope[] {
  const covered = new Set(consents.flatMap((consent) => consent.scopes));
  return applicationOf(application).scopes.filter((scope) => !covered.has(scope));
}
