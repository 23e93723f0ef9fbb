import { and, isNotNull, lt } from "drizzle-orm";
import { dossierVersions } from "@/db/schema/dossiers";
import type { Ctx } from "@/lib/core/ctx";

const hour = 3_600_000;

/** What profiles said before a decision that can no longer be taken back is not kept. */
export async function dropFormerAnswers({ db }: Ctx, asOf: Date): Promise<void> {
  await db
    .update(dossierVersions)
    .set({ formerSealed: null })
    .where(and(isNotNull(dossierVersions.formerSealed), lt(dossierVersions.decidedAt, new Date(asOf.getTime() - hour))));
}
