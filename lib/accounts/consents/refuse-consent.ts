import { appConsents } from "@/db/schema/accounts";
import { mayOpen } from "@/lib/accounts/applications/policy";
import { missingScopes, readConsents } from "@/lib/accounts/applications/read-consents";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import { mine } from "@/lib/accounts/identity/policy";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { lockPerson } from "@/lib/accounts/people/lock-person";

/** Says no to the consent screen of an application: written down, and asked again at the next try (MC-13). */
export function refuseConsent(ctx: Ctx, { application }: { readonly application: ApplicationId }): Promise<void> {
  const actor = mine(ctx.actor);
  ensure(mayOpen(actor, application));
  return withTx(ctx, async (tx) => {
    await lockPerson(tx, actor.accountId);
    const scopes = missingScopes(application, await readConsents(tx, actor, application));
    if (scopes.length === 0) return;
    await tx.db
      .insert(appConsents)
      .values({ accountId: actor.accountId, application, scopes, mode: "refused", decidedAt: tx.now, lastUsedAt: tx.now });
    await audit(tx, {
      action: "consent.refuse",
      accountId: actor.accountId,
      subject: { type: "application", id: application },
      details: { scopes },
    });
  });
}
