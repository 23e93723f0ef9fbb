import { and, eq } from "drizzle-orm";
import { adApplications } from "@/db/schema/ad-applications";
import { trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import type { WithdrawInput } from "./schemas";

/** Takes back one's own application, until it is studied; one may then apply again (EI-14). */
export function withdrawApplication(ctx: Ctx, { applicationId }: WithdrawInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const [application] = await tx.db
      .select({ id: adApplications.id, state: adApplications.state, accountId: trainerProfiles.accountId })
      .from(adApplications)
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, adApplications.profileId))
      .where(eq(adApplications.id, applicationId))
      .for("update", { of: adApplications });
    if (application === undefined) throw absent();
    ensure(can.withdraw(tx.actor, application));
    await tx.db
      .update(adApplications)
      .set({ state: "withdrawn", lastActionAt: tx.now })
      .where(and(eq(adApplications.id, applicationId), eq(adApplications.state, application.state)));
    await audit(tx, {
      action: "application.withdraw",
      subject: { type: "application", id: applicationId },
      accountId: application.accountId,
    });
  });
}
