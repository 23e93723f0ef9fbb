import { newsItems } from "@/db/schema/content";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type Ctx } from "@/lib/core/ctx";
import { ensure } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "../policy";
import type { CreateNewsInput } from "./schemas";

/** Writes a new item, as a draft that the administration alone sees (AD-07). */
export function createNews(ctx: Ctx, input: CreateNewsInput): Promise<{ newsId: string }> {
  return withTx(ctx, async (tx) => {
    ensure(can.write(tx.actor));
    const author = accountIdOf(tx.actor);
    const [item] = await tx.db
      .insert(newsItems)
      .values({ ...input, createdBy: author, changedBy: author, createdAt: tx.now, changedAt: tx.now })
      .returning({ id: newsItems.id });
    if (item === undefined) throw new Error("news item not stored");
    await audit(tx, { action: "news.create", subject: { type: "news", id: item.id } });
    return { newsId: item.id };
  });
}
