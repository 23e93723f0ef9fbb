import { eq, sql } from "drizzle-orm";
import { interventions } from "@/db/schema/interventions";
import type { TxCtx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";

/** Whoever writes interventions comes one after the other: each compares with what the one before wrote. */
export const takeInterventions = (tx: TxCtx) => tx.db.execute(sql`select pg_advisory_xact_lock(7264154)`);

/** One intervention, taken until the end of the transaction. The policy is the caller's. */
export async function lockIntervention(tx: TxCtx, interventionId: string) {
  await takeInterventions(tx);
  const [found] = await tx.db.select().from(interventions).where(eq(interventions.id, interventionId));
  if (found === undefined) throw absent();
  return found;
}
