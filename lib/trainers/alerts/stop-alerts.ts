import { eq } from "drizzle-orm";
import { cvEntries } from "@/db/schema/cv-library";
import { trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import type { StopAlertsInput } from "./schemas";

/**
 * Ends the alerts of the trainer whose mail had this link (EI-15). No policy: whoever holds the link may, signed in or
 * not; it does nothing else, and the CV lets one ask for them again.
 */
export function stopAlerts(ctx: Ctx, { token }: StopAlertsInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.alertToken, token)).for("update");
    if (profile === undefined) throw absent();
    await tx.db
      .update(trainerProfiles)
      .set({ answers: { ...profile.answers, alerts: [] }, updatedAt: tx.now })
      .where(eq(trainerProfiles.id, profile.id));
    await tx.db.update(cvEntries).set({ alerts: [] }).where(eq(cvEntries.profileId, profile.id));
    await audit(tx, { action: "alert.stop", subject: { type: "trainer_profile", id: profile.id }, accountId: profile.accountId });
  });
}

/** Whether a link still leads to somebody, and whether they have alerts. */
export async function readAlertLink(ctx: Ctx, token: string): Promise<{ readonly active: boolean }> {
  const [profile] = await ctx.db
    .select({ answers: trainerProfiles.answers })
    .from(trainerProfiles)
    .where(eq(trainerProfiles.alertToken, token));
  if (profile === undefined) throw absent();
  const { alerts = [] } = profile.answers;
  return { active: alerts.length > 0 };
}
