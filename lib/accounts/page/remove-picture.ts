import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { maySend } from "@/lib/files/policy";
import { gone } from "@/lib/files/refusals";
import { removeBytes, removeFile } from "@/lib/files/remove-file";

/** Takes the person's picture away, bytes included (MC-30). Without one, nothing happens. */
export async function removePicture(ctx: Ctx): Promise<void> {
  const { actor } = ctx;
  ensure(maySend(actor));
  if (actor.kind !== "account") throw gone();
  const before = await withTx(ctx, async (tx) => {
    const [account] = await tx.db
      .select({ picture: accounts.pictureFileId })
      .from(accounts)
      .where(eq(accounts.id, actor.accountId))
      .for("update");
    const picture = account?.picture ?? null;
    if (picture === null) return null;
    await tx.db.update(accounts).set({ pictureFileId: null }).where(eq(accounts.id, actor.accountId));
    await removeFile(tx, picture);
    await audit(tx, {
      action: "account.picture_removed",
      subject: { type: "account", id: actor.accountId },
      accountId: actor.accountId,
      details: { fileId: picture },
    });
    return picture;
  });
  if (before !== null) await removeBytes(ctx, [before]);
}
