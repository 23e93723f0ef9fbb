import { sql } from "drizzle-orm";
import { newsItems } from "@/db/schema/content";
import { readNotation } from "@/lib/content/notation/rules";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { demonstrationNews } from "./demonstration-news.data";

const aDay = 86_400_000;

/** Fills a platform that has no news yet with a few items: published, one to come, one draft (EI-02); true when it did. */
export function seedDemonstrationNews(ctx: Ctx): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    // Two servers that start together: the second one waits, then finds them.
    await tx.db.execute(sql`lock table ${newsItems} in share row exclusive mode`);
    if ((await tx.db.$count(newsItems)) > 0) return false;
    const at = (age: number) => new Date(tx.now.getTime() - age * aDay);
    // Their identifiers follow the time: the oldest is written first.
    for (const { age, title, summary, text } of demonstrationNews.toReversed()) {
      const writtenAt = at(Math.max(age ?? 0, 0));
      await tx.db.insert(newsItems).values({
        title,
        summary,
        body: readNotation(text),
        publishAt: age === null ? null : at(age),
        createdAt: writtenAt,
        changedAt: writtenAt,
      });
    }
    return true;
  });
}
