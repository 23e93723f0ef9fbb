import { eq } from "drizzle-orm";
import { trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { attachFile } from "@/lib/files/attach-file";
import { removeBytes, removeFile } from "@/lib/files/remove-file";
import { ensureProfile } from "./ensure-profile";
import { can } from "./policy";
import { writeCvEntry } from "./write-cv-entry";

/** Joins the CV file just sent to one's profile, in place of the one before; null takes it off (EI-30, EI-52). */
export async function setCvFile(ctx: Ctx, { fileId }: { readonly fileId: string | null }): Promise<void> {
  const removed = await withTx(ctx, async (tx) => {
    const profile = await ensureProfile(tx);
    ensure(can.edit(tx.actor, profile));
    if (profile.cvFileId === fileId) return [];
    if (fileId !== null) await attachFile(tx, { fileId, place: "trainer_cv" });
    await tx.db.update(trainerProfiles).set({ cvFileId: fileId, updatedAt: tx.now }).where(eq(trainerProfiles.id, profile.id));
    if (profile.cvFileId !== null) await removeFile(tx, profile.cvFileId);
    if (profile.state === "validated") await writeCvEntry(tx, profile.id);
    await audit(tx, {
      action: fileId === null ? "trainer.cv_removed" : "trainer.cv_set",
      subject: { type: "trainer_profile", id: profile.id },
      accountId: profile.accountId,
    });
    return profile.cvFileId === null ? [] : [profile.cvFileId];
  });
  await removeBytes(ctx, removed);
}
