import { and, eq } from "drizzle-orm";
import { phrasings } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx, type TxCtx } from "@/lib/core/ctx";
import { absent, ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "./policy";
import type { PhrasingInput, SavePhrasingInput } from "./schemas";

/** Writes a phrasing, or changes one; it stays with whom it was written for. */
export function savePhrasing(ctx: Ctx, { phrasingId, structureId, purpose, title, body }: SavePhrasingInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    const updatedBy = accountIdOf(tx.actor);
    const values = { purpose, title, body, updatedAt: tx.now, updatedBy };
    if (phrasingId === null) {
      ensure(can.writePhrasing(tx.actor, structureId));
      await tx.db.insert(phrasings).values({ ...values, structureId });
    } else {
      await lockPhrasing(tx, phrasingId);
      await tx.db.update(phrasings).set(values).where(eq(phrasings.id, phrasingId));
    }
    await audit(tx, { action: "phrasing.save", details: { kind: purpose } });
  });
}

/** Takes a phrasing out of the library; what was written with it stays. */
export function retirePhrasing(ctx: Ctx, { phrasingId }: PhrasingInput): Promise<void> {
  return withTx(ctx, async (tx) => {
    await lockPhrasing(tx, phrasingId);
    await tx.db.update(phrasings).set({ active: false, updatedAt: tx.now }).where(eq(phrasings.id, phrasingId));
    await audit(tx, { action: "phrasing.retire", subject: { type: "phrasing", id: phrasingId } });
  });
}

async function lockPhrasing(tx: TxCtx, phrasingId: string): Promise<void> {
  const [row] = await tx.db
    .select({ structureId: phrasings.structureId })
    .from(phrasings)
    .where(and(eq(phrasings.id, phrasingId), phrasings.active))
    .for("update");
  if (row === undefined) throw absent();
  ensure(can.writePhrasing(tx.actor, row.structureId));
}
