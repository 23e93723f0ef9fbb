import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import type { TxCtx } from "@/lib/core/ctx";
import type { LinkPurpose, VoidReason } from "./vocabulary";

export interface LinksToVoid {
  readonly accountId: string;
  readonly purposes: readonly LinkPurpose[];
  readonly reason: VoidReason;
}

/** Makes the live links of an account stop working. Links that undo a change are found by their payload. Gives how many stopped. */
export async function voidLinks(tx: TxCtx, { accountId, purposes, reason }: LinksToVoid): Promise<number> {
  const undo = and(eq(mailedLinks.purpose, "undo_change"), sql`${mailedLinks.payload} ->> 'accountId' = ${accountId}`);
  const ofAccount = or(eq(mailedLinks.subjectId, accountId), undo);
  const voided = await tx.db
    .update(mailedLinks)
    .set({ voidedAt: tx.now, voidReason: reason })
    .where(and(inArray(mailedLinks.purpose, [...purposes]), ofAccount, isNull(mailedLinks.usedAt), isNull(mailedLinks.voidedAt)))
    .returning({ id: mailedLinks.id });
  return voided.length;
}
