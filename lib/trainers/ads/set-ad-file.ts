import { eq } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { attachFile } from "@/lib/files/attach-file";
import { removeBytes, removeFile } from "@/lib/files/remove-file";
import { lockAd } from "./lock-ad";
import { can } from "./policy";

interface AdFile {
  readonly adId: string;
  /** Just sent by the acting person; null takes the file off. */
  readonly fileId: string | null;
}

/** Joins a file to an ad, in place of the one before (AD-05). It is as public as the ad. */
export async function setAdFile(ctx: Ctx, { adId, fileId }: AdFile): Promise<void> {
  if (!identifier.safeParse(adId).success) throw absent();
  const removed = await withTx(ctx, async (tx) => {
    const ad = await lockAd(tx, adId);
    ensure(can.change(tx.actor, ad));
    if (ad.attachmentFileId === fileId) return [];
    if (fileId !== null) await attachFile(tx, { fileId, place: "ad_attachment" });
    await tx.db.update(ads).set({ attachmentFileId: fileId }).where(eq(ads.id, adId));
    if (ad.attachmentFileId !== null) await removeFile(tx, ad.attachmentFileId);
    await audit(tx, { action: fileId === null ? "ad.file_removed" : "ad.file_set", subject: { type: "ad", id: adId } });
    return ad.attachmentFileId === null ? [] : [ad.attachmentFileId];
  });
  await removeBytes(ctx, removed);
}
