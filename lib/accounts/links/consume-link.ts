import { and, eq, gt, isNull } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import type { TxCtx } from "@/lib/core/ctx";
import { hashToken } from "@/lib/core/crypto";
import { Refusal } from "@/lib/core/refusal";
import { linkState } from "./rules";
import { readLinkByToken } from "./read-link";
import { deadMessage } from "./vocabulary-texts";
import type { LinkPurpose } from "./vocabulary";

export type ConsumedLink = Pick<typeof mailedLinks.$inferSelect, "id" | "subjectId" | "address" | "payload" | "createdAt">;

/** Uses a link up, in the transaction that acts: of two at once, one wins; the other reads that it was used. */
export async function consumeLink(tx: TxCtx, { token, purpose }: { token: string; purpose: LinkPurpose }): Promise<ConsumedLink> {
  const [link] = await tx.db
    .update(mailedLinks)
    .set({ usedAt: tx.now })
    .where(
      and(
        eq(mailedLinks.tokenHash, hashToken(token)),
        eq(mailedLinks.purpose, purpose),
        isNull(mailedLinks.usedAt),
        isNull(mailedLinks.voidedAt),
        gt(mailedLinks.expiresAt, tx.now),
      ),
    )
    .returning({
      id: mailedLinks.id,
      subjectId: mailedLinks.subjectId,
      address: mailedLinks.address,
      payload: mailedLinks.payload,
      createdAt: mailedLinks.createdAt,
    });
  if (link !== undefined) return link;
  const found = await readLinkByToken(tx, token);
  const state = linkState(found?.purpose === purpose ? found : null, tx.now);
  throw new Refusal(state === "unknown" ? "absent" : "expired", deadMessage(state, found?.voidReason));
}
