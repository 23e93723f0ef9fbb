import { eq } from "drizzle-orm";
import { appConsents } from "@/db/schema/accounts";
import { mayOpen } from "@/lib/accounts/applications/policy";
import { missingScopes, readConsents } from "@/lib/accounts/applications/read-consents";
import type { ApplicationId, DataScope } from "@/lib/accounts/applications/vocabulary";
import { mine } from "@/lib/accounts/identity/policy";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { lockPerson } from "@/lib/accounts/people/lock-person";

export interface GivenConsent {
  readonly application: ApplicationId;
  /** What the screen named; anything else is asked for on the next one. */
  readonly scopes: readonly DataScope[];
  /** "once": for this session only, and never found again in another (MC-13). */
  readonly mode: "always" | "once";
}

/** Lets an application read the data that its consent screen named. Given twice, it counts once. */
export function giveConsent(ctx: Ctx, { application, scopes, mode }: GivenConsent): Promise<void> {
  const actor = mine(ctx.actor);
  ensure(mayOpen(actor, application));
  return withTx(ctx, async (tx) => {
    await lockPerson(tx, actor.accountId);
    const consents = await readConsents(tx, actor, application);
    const given = missingScopes(application, consents).filter((scope) => scopes.includes(scope));
    if (given.length === 0) return;
    const before = mode === "always" ? consents.find((consent) => consent.mode === "always") : undefined;
    // One live "always" per application: it grows by being replaced, so that the history keeps what was given when.
    if (before !== undefined)
      await tx.db.update(appConsents).set({ endedAt: tx.now, endReason: "replaced" }).where(eq(appConsents.id, before.id));
    await tx.db.insert(appConsents).values({
      accountId: actor.accountId,
      application,
      scopes: [...(before?.scopes ?? []), ...given],
      mode,
      decidedAt: tx.now,
      lastUsedAt: tx.now,
      sessionId: mode === "once" ? actor.sessionId : null,
    });
    await audit(tx, {
      action: "consent.give",
      accountId: actor.accountId,
      subject: { type: "application", id: application },
      details: { mode, scopes: given },
    });
  });
}
