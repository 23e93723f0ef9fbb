import { termsAcceptances } from "@/db/schema/accounts";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { mayOpen } from "@/lib/accounts/applications/policy";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import { mine } from "@/lib/accounts/identity/policy";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";

export interface AcceptedTerms {
  readonly application: ApplicationId;
  /** What was on the screen. */
  readonly document: string;
  readonly version: string;
}

/** Keeps which version of an application's terms was accepted, and when (MC-14). Only the version in force can be. */
export function acceptTerms(ctx: Ctx, { application, document, version }: AcceptedTerms): Promise<{ application: ApplicationId }> {
  const actor = mine(ctx.actor);
  ensure(mayOpen(actor, application));
  const { terms } = applicationOf(application);
  if (terms === null) throw absent();
  if (terms.document !== document || terms.version !== version)
    throw new Refusal("conflict", "Une nouvelle version de ces conditions vient d’être publiée. Rechargez la page pour la lire.");
  return withTx(ctx, async (tx) => {
    const kept = await tx.db
      .insert(termsAcceptances)
      .values({ accountId: actor.accountId, application, document, version, acceptedAt: tx.now })
      .onConflictDoNothing()
      .returning({ version: termsAcceptances.version });
    if (kept.length > 0)
      await audit(tx, {
        action: "terms.accept",
        accountId: actor.accountId,
        subject: { type: "application", id: application },
        details: { document, version },
      });
    return { application };
  });
}
