import { eq } from "drizzle-orm";
import { changeRequests } from "@/db/schema/interventions";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { removeBytes, removeFile } from "@/lib/files/remove-file";
import { lockChange } from "./lock-change";
import { can } from "./policy";
import type { ChangeInput } from "./schemas";

/** Takes back a demand of one's own that nobody has decided yet; what proved it is no longer needed, and goes (EI-99). */
export async function cancelChange(ctx: Ctx, { changeId }: ChangeInput): Promise<void> {
  const removed = await withTx(ctx, async (tx) => {
    const { change, profile, decider } = await lockChange(tx, changeId);
    ensure(can.cancel(tx.actor, profile, { ...change, decidedBy: decider }));
    await tx.db.update(changeRequests).set({ state: "cancelled", decidedAt: tx.now, fileId: null }).where(eq(changeRequests.id, changeId));
    if (change.fileId !== null) await removeFile(tx, change.fileId);
    await audit(tx, {
      action: "trainer.change_cancelled",
      subject: { type: "change_request", id: changeId },
      accountId: profile.accountId,
      details: { field: change.field },
    });
    return change.fileId === null ? [] : [change.fileId];
  });
  await removeBytes(ctx, removed);
}
