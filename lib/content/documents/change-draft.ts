import { eq, sql } from "drizzle-orm";
import { documentVersions } from "@/db/schema/content";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import type { DocumentKey } from "../vocabulary";
import { ensureSeen, lockDraft } from "./lock-draft";
import type { ChangeDraftInput } from "./schemas";

/** Changes the draft of a document. No policy: lockDraft has it. */
export function changeDraft(ctx: Ctx, { versionId, editVersion, ...input }: ChangeDraftInput): Promise<{ document: DocumentKey }> {
  return withTx(ctx, async (tx) => {
    const draft = await lockDraft(tx, versionId);
    ensureSeen(draft, editVersion);
    await tx.db
      .update(documentVersions)
      .set({ ...input, changedAt: tx.now, editVersion: sql`${documentVersions.editVersion} + 1` })
      .where(eq(documentVersions.id, versionId));
    const { document, number } = draft;
    await audit(tx, { action: "document.change", subject: { type: "document", id: versionId }, details: { document, version: number } });
    return { document };
  });
}
