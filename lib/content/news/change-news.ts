import { eq, sql } from "drizzle-orm";
import { newsItems } from "@/db/schema/content";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "../policy";
import { ensureSeen, lockNews } from "./lock-news";
import type { ChangeNewsInput } from "./schemas";

/** Changes an item, also once published: its day of publication stays. */
export function changeNews(ctx: Ctx, { newsId, version, ...input }: ChangeNewsInput): Promise<{ newsId: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.write(tx.actor));
    ensureSeen(await lockNews(tx, newsId), version);
    const changedBy = accountIdOf(tx.actor);
    await tx.db
      .update(newsItems)
      .set({ ...input, changedBy, changedAt: tx.now, version: sql`${newsItems.version} + 1` })
      .where(eq(newsItems.id, newsId));
    await audit(tx, { action: "news.change", subject: { type: "news", id: newsId } });
    return { newsId };
  });
}
