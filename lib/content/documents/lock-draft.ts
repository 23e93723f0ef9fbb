import { eq } from "drizzle-orm";
import { documentVersions } from "@/db/schema/content";
import type { TxCtx } from "@/lib/core/ctx";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { can } from "../policy";
import { documentFacts } from "./documents.data";

/** Takes a draft until the end of the transaction. A published version is never taken: it stays as it was read. */
export async function lockDraft(tx: TxCtx, versionId: string) {
  ensure(can.write(tx.actor));
  const [version] = await tx.db.select().from(documentVersions).where(eq(documentVersions.id, versionId)).for("update");
  if (version === undefined) throw absent();
  ensure(can.writeDocument(tx.actor, documentFacts(version.document)));
  if (version.publishedAt !== null)
    throw new Refusal("conflict", "Cette version est publiée : elle ne change plus. Préparez une nouvelle version.");
  return version;
}

/** Refuses to undo, or to publish unseen, what somebody else wrote since. */
export function ensureSeen(draft: { readonly editVersion: number }, editVersion: number): void {
  if (draft.editVersion === editVersion) return;
  throw new Refusal(
    "conflict",
    "Ce brouillon a été modifié entre-temps par une autre personne. Ouvrez-le dans un autre onglet pour comparer : ce que vous avez saisi est conservé ici.",
  );
}
