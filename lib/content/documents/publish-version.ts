import { eq } from "drizzle-orm";
import { documentVersions } from "@/db/schema/content";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { parisDay, shortDay } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { isEmptyText } from "@/lib/content/rich-text/rules";
import type { DocumentKey } from "../vocabulary";
import { ensureSeen, lockDraft } from "./lock-draft";
import { earliestDay } from "./rules";
import type { PublishVersionInput } from "./schemas";

/** Makes a draft the version of a day on: from then it never changes. No policy: lockDraft has it. */
export function publishVersion(ctx: Ctx, { versionId, editVersion, inForceOn }: PublishVersionInput): Promise<{ document: DocumentKey }> {
  return withTx(ctx, async (tx) => {
    const draft = await lockDraft(tx, versionId);
    ensureSeen(draft, editVersion);
    const { document, number } = draft;
    if (isEmptyText(draft.body)) throw new Refusal("conflict", "Ce brouillon est vide : écrivez son texte avant de le publier.");
    if (number > 1 && draft.changes === "")
      throw new Refusal(
        "conflict",
        "Dites d’abord, dans le brouillon, ce qui change : les personnes qui connaissent la version d’avant le liront.",
      );
    const versions = await tx.db.select().from(documentVersions).where(eq(documentVersions.document, document));
    const earliest = earliestDay(versions, parisDay(tx.now));
    if (inForceOn < earliest)
      throw new Refusal("invalid", "Certaines réponses sont à corriger.", {
        inForceOn: [`Choisissez un jour à partir du ${shortDay(earliest)}.`],
      });
    const publishedBy = accountIdOf(tx.actor);
    await tx.db.update(documentVersions).set({ inForceOn, publishedAt: tx.now, publishedBy }).where(eq(documentVersions.id, versionId));
    await audit(tx, {
      action: "document.publish",
      subject: { type: "document", id: versionId },
      details: { document, version: number, since: inForceOn },
    });
    return { document };
  });
}
