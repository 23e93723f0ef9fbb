import { eq } from "drizzle-orm";
import { dossiers } from "@/db/schema/dossiers";
import type { TxCtx } from "@/lib/core/ctx";
import type { Answers } from "../../profile/vocabulary";
import { draftContext, sealAnswers } from "../lock-dossier";

/** Writes what a job leaves of the form. Nobody touched it: the years of the dossier do not begin again (TR-31). */
export async function rewriteDraft({ db }: TxCtx, dossierId: string, draft: Answers): Promise<void> {
  await db
    .update(dossiers)
    .set({ draftSealed: sealAnswers(draft, draftContext(dossierId)) })
    .where(eq(dossiers.id, dossierId));
}
