import { and, eq, isNull } from "drizzle-orm";
import { files } from "@/db/schema/files";
import type { TxCtx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import type { FileRow } from "./file-row";
import { gone } from "./refusals";
import type { FilePlace } from "./vocabulary";

/**
 * Says that something now points at a file, in the transaction that makes it point. One guarded update: only a file
 * that the acting person sent to this place, checked and not attached yet. The calling verb judges rights and audits.
 */
export async function attachFile(tx: TxCtx, { fileId, place }: { readonly fileId: string; readonly place: FilePlace }): Promise<FileRow> {
  if (tx.actor.kind !== "account" || !identifier.safeParse(fileId).success) throw gone();
  const [row] = await tx.db
    .update(files)
    .set({ attachedAt: tx.now })
    .where(
      and(
        eq(files.id, fileId),
        eq(files.ownerId, tx.actor.accountId),
        eq(files.place, place),
        eq(files.state, "clean"),
        isNull(files.attachedAt),
      ),
    )
    .returning();
  if (row === undefined) throw gone();
  return row;
}
