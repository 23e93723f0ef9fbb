import { eq } from "drizzle-orm";
import { profileLines } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { attachFile } from "@/lib/files/attach-file";
import { removeBytes, removeFile } from "@/lib/files/remove-file";
import { lockOwnLine } from "./lock-line";

// No policy: lockOwnLine judges.
/** Joins the file just sent to one's own line, in place of the one before; null takes it off (EI-29, EI-30). */
export async function setDiploma(ctx: Ctx, { lineId, fileId }: { readonly lineId: string; readonly fileId: string | null }): Promise<void> {
  const removed = await withTx(ctx, async (tx) => {
    const { line, profile } = await lockOwnLine(tx, lineId);
    if (line.fileId === fileId) return [];
    if (fileId !== null) await attachFile(tx, { fileId, place: "trainer_diploma" });
    await tx.db.update(profileLines).set({ fileId, updatedAt: tx.now }).where(eq(profileLines.id, lineId));
    if (line.fileId !== null) await removeFile(tx, line.fileId);
    await audit(tx, {
      action: fileId === null ? "trainer.diploma_removed" : "trainer.diploma_set",
      subject: { type: "profile_line", id: lineId },
      accountId: profile.accountId,
    });
    return line.fileId === null ? [] : [line.fileId];
  });
  await removeBytes(ctx, removed);
}
