import { and, desc, eq, gt } from "drizzle-orm";
import { dossierOpenings } from "@/db/schema/dossiers";
import type { Ctx } from "@/lib/core/ctx";

/** The acting person's look at a dossier that was explained and is not over; null when there is none (EI-60). */
export async function liveOpening({ db, actor, now }: Ctx, dossierId: string) {
  if (actor.kind !== "account") return null;
  const [row] = await db
    .select()
    .from(dossierOpenings)
    .where(and(eq(dossierOpenings.dossierId, dossierId), eq(dossierOpenings.accountId, actor.accountId), gt(dossierOpenings.endsAt, now)))
    .orderBy(desc(dossierOpenings.endsAt))
    .limit(1);
  return row ?? null;
}
