import { desc, eq } from "drizzle-orm";
import { documentVersions } from "@/db/schema/content";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { emptyText } from "@/lib/content/rich-text/rules";
import { can } from "../policy";
import { documentFacts } from "./documents.data";
import type { DocumentInput } from "./schemas";

/** Begins a new version with the text of the last one. A document has one draft at most (AD-07). */
export function startDraft(ctx: Ctx, { document }: DocumentInput): Promise<{ document: DocumentInput["document"] }> {
  return withTx(ctx, async (tx) => {
    ensure(can.writeDocument(tx.actor, documentFacts(document)));
    const [last] = await tx.db
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.document, document))
      .orderBy(desc(documentVersions.number))
      .limit(1);
    const [draft] = await tx.db
      .insert(documentVersions)
      .values({
        document,
        number: (last?.number ?? 0) + 1,
        title: last?.title ?? documentFacts(document).label,
        body: last?.body ?? emptyText,
        createdBy: accountIdOf(tx.actor),
        createdAt: tx.now,
        changedAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: documentVersions.id, number: documentVersions.number });
    if (draft === undefined) throw new Refusal("conflict", "Une nouvelle version est déjà en préparation : reprenez son brouillon.");
    await audit(tx, {
      action: "document.draft",
      subject: { type: "document", id: draft.id },
      details: { document, version: draft.number },
    });
    return { document };
  });
}
