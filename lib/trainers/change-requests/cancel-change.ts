import { eq } from "drizzle-orm";
import { changeRequests } from "@/db/schema/interventions";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { lockChange } from "./lock-change";
import { can } from "./policy";
import type { ChangeInput } from "./schemas";

/** Takes back a demand of one's own that nobody has decided yet (EI-99). */
export function cancelChange(ctx: Ctx, { changeId }: ChangeInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const { change, profile, decider } = await lockChange(tx, changeId);
    ensure(can.cancel(tx.actor, profile, { ...change, decidedBy: decider }));
    await tx.db.update(changeRequests).set({ state: "cancelled", decidedAt: tx.now }).where(eq(changeRequests.id, changeId));
    await audit(tx, {
      action: "trainer.change_cancelled",
      subject: { type: "change_request", id: changeId },
      accountId: profile.accountId,
      details: { field: change.field },
    });
  });
}
