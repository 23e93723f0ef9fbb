import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { attachFile } from "@/lib/files/attach-file";
import { maySend } from "@/lib/files/policy";
import { gone } from "@/lib/files/refusals";
import { removeBytes, removeFile } from "@/lib/files/remove-file";

/** Shows a file just sent as the person's picture, in place of the one before, which is removed (MC-30). Repeating it changes nothing. */
export async function setPicture(ctx: Ctx, { fileId }: { readonly fileId: string }): Promise<void> {
  const { actor } = ctx;
  ensure(maySend(actor));
  if (actor.kind !== "account") throw gone();
  const before = await withTx(ctx, async (tx) => {
    const [account] = await tx.db
      .select({ picture: accounts.pictureFileId })
      .from(accounts)
      .where(eq(accounts.id, actor.accountId))
      .for("update");
    if (account === undefined) throw gone();
    if (account.picture === fileId) return null;
    await attachFile(tx, { fileId, place: "account_picture" });
    await tx.db.update(accounts).set({ pictureFileId: fileId }).where(eq(accounts.id, actor.accountId));
    if (account.picture !== null) await removeFile(tx, account.picture);
    await audit(tx, {
      action: "account.picture_set",
      subject: { type: "account", id: actor.accountId },
      accountId: actor.accountId,
      details: { fileId },
    });
    return account.picture;
  });
  if (before !== null) await removeBytes(ctx, [before]);
}
