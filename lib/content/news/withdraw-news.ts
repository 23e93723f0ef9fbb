import { eq, sql } from "drizzle-orm";
import { newsItems } from "@/db/schema/content";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "../policy";
import { lockNews } from "./lock-news";
import { newsState } from "./rules";
import type { NewsInput } from "./schemas";

/** Takes an item away from the readers. One that nobody could read yet is a draft again. */
export function withdrawNews(ctx: Ctx, { newsId }: NewsInput): Promise<{ newsId: string }> {
  return withTx(ctx, async (tx) => {
    const item = await lockNews(tx, newsId);
    const state = newsState(item, tx.now);
    ensure(can.withdrawNews(tx.actor, state));
    await tx.db
      .update(newsItems)
      .set({ ...(state === "scheduled" ? { publishAt: null } : { withdrawnAt: tx.now }), version: sql`${newsItems.version} + 1` })
      .where(eq(newsItems.id, newsId));
    await audit(tx, { action: "news.withdraw", subject: { type: "news", id: newsId } });
    return { newsId };
  });
}
