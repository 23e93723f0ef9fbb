import { and, desc, eq, isNull, or } from "drizzle-orm";
import { appConsents, termsAcceptances } from "@/db/schema/accounts";
import { mine } from "@/lib/accounts/identity/policy";
import type { Ctx } from "@/lib/core/ctx";

export type ListedConsent = Pick<typeof appConsents.$inferSelect, "id" | "application" | "scopes" | "mode" | "decidedAt" | "lastUsedAt">;
export type ListedTerms = Pick<typeof termsAcceptances.$inferSelect, "application" | "document" | "version" | "acceptedAt">;

/** The consents of the person who asks that hold now: always, or once in this session; newest first. */
export function listConsents(ctx: Ctx): Promise<ListedConsent[]> {
  const actor = mine(ctx.actor);
  return ctx.db
    .select({
      id: appConsents.id,
      application: appConsents.application,
      scopes: appConsents.scopes,
      mode: appConsents.mode,
      decidedAt: appConsents.decidedAt,
      lastUsedAt: appConsents.lastUsedAt,
    })
    .from(appConsents)
    .where(
      and(
        eq(appConsents.accountId, actor.accountId),
        isNull(appConsents.endedAt),
        or(eq(appConsents.mode, "always"), and(eq(appConsents.mode, "once"), eq(appConsents.sessionId, actor.sessionId))),
      ),
    )
    .orderBy(desc(appConsents.decidedAt), desc(appConsents.id));
}

/** Every version of every terms that the person who asks accepted, newest first (MC-14). */
export function listAcceptedTerms(ctx: Ctx): Promise<ListedTerms[]> {
  const actor = mine(ctx.actor);
  return ctx.db
    .select({
      application: termsAcceptances.application,
      document: termsAcceptances.document,
      version: termsAcceptances.version,
      acceptedAt: termsAcceptances.acceptedAt,
    })
    .from(termsAcceptances)
    .where(eq(termsAcceptances.accountId, actor.accountId))
    .orderBy(desc(termsAcceptances.acceptedAt));
}
