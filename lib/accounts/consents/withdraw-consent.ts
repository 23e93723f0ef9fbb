import { and, eq, isNull, ne } from "drizzle-orm";
import { appConsents } from "@/db/schema/accounts";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import { mine } from "@/lib/accounts/identity/policy";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";

/** Takes a consent back: the application asks again at the next entry. Somebody else's answers as a missing one. */
export function withdrawConsent(ctx: Ctx, { consentId }: { readonly consentId: string }): Promise<{ application: ApplicationId }> {
  const actor = mine(ctx.actor);
  return withTx(ctx, async (tx) => {
    const [ended] = await tx.db
      .update(appConsents)
      .set({ endedAt: tx.now, endReason: "withdrawn" })
      .where(
        and(
          eq(appConsents.id, consentId),
          eq(appConsents.accountId, actor.accountId),
          ne(appConsents.mode, "refused"),
          isNull(appConsents.endedAt),
        ),
      )
      .returning({ application: appConsents.application });
    if (ended === undefined) throw absent();
    await audit(tx, {
      action: "consent.withdraw",
      accountId: actor.accountId,
      subject: { type: "application", id: ended.application },
      details: { consentId },
    });
    return ended;
  });
}
