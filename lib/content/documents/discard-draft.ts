import { eq } from "drizzle-orm";
import { documentVersions } from "@/db/schema/content";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import type { DocumentKey } from "../vocabulary";
import { lockDraft } from "./lock-draft";
import type { DiscardDraftInput } from "./schemas";

/** Throws a draft away: nobody but the administration ever read it. No policy: lockDraft has it. */
export function discardDraft(ctx: Ctx, { versionId }: DiscardDraftInput): Promise<{ document: DocumentKey }> {
  return withTx(ctx, async (tx) => {
    const { document, number } = await lockDraft(tx, versionId);
    await tx.db.delete(documentVersions).where(eq(documentVersions.id, versionId));
    await audit(tx, { action: "document.discard", subject: { type: "document", id: versionId }, details: { document, version: number } });
    return { document };
  });
}
