import { and, desc, eq } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import type { TxCtx } from "@/lib/core/ctx";
import { duration } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { lockLinks } from "./issue-link";
import { resendFrom } from "./rules";
import type { LinkPurpose } from "./vocabulary";

export interface NextSending {
  /** How many links of this series went before. */
  readonly resends: number;
  /** Seconds still to wait; zero when it may go now. */
  readonly wait: number;
}

/**
 * Whether a link may be sent now: at once, then after 1, 5, 15 minutes (MC-07), whatever address it goes to, so that
 * no one's mailbox is filled. A series ends when its last link was used or expired. Keeps others waiting until the
 * transaction ends, so that two requests at once are not two firsts.
 */
export async function nextSending(tx: TxCtx, purpose: LinkPurpose, subjectId: string): Promise<NextSending> {
  await lockLinks(tx, purpose, subjectId);
  const [last] = await tx.db
    .select({
      createdAt: mailedLinks.createdAt,
      resends: mailedLinks.resends,
      usedAt: mailedLinks.usedAt,
      expiresAt: mailedLinks.expiresAt,
    })
    .from(mailedLinks)
    .where(and(eq(mailedLinks.purpose, purpose), eq(mailedLinks.subjectId, subjectId)))
    .orderBy(desc(mailedLinks.createdAt), desc(mailedLinks.id))
    .limit(1);
  if (last === undefined || last.usedAt !== null || last.expiresAt.getTime() <= tx.now.getTime()) return { resends: 0, wait: 0 };
  return { resends: last.resends + 1, wait: secondsUntil(resendFrom(last.createdAt, last.resends), tx.now) };
}

/** The same for somebody who is signed in: says when, rather than stay silent. */
export async function requireSending(tx: TxCtx, purpose: LinkPurpose, subjectId: string): Promise<number> {
  const { resends, wait } = await nextSending(tx, purpose, subjectId);
  if (wait > 0)
    throw new Refusal("limited", `Un courriel est déjà parti. Vous pourrez en demander un autre dans ${duration(wait)}.`, {}, wait);
  return resends;
}

const secondsUntil = (instant: Date, now: Date) => Math.max(0, Math.ceil((instant.getTime() - now.getTime()) / 1000));
