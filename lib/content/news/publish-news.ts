import { eq, sql } from "drizzle-orm";
import { newsItems } from "@/db/schema/content";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { dateTime } from "@/lib/core/format";
import { ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { can } from "../policy";
import { ensureSeen, lockNews } from "./lock-news";
import { newsState, parisInstant } from "./rules";
import type { PublishNewsInput, ScheduleNewsInput } from "./schemas";

/** Shows an item to all, now; one that was withdrawn comes back as new (AD-07). */
export function publishNews(ctx: Ctx, input: PublishNewsInput): Promise<{ newsId: string }> {
  return withTx(ctx, (tx) => publish(tx, input, tx.now));
}

/** Shows an item to all at a day and an hour of Paris; may be asked again until then. */
export function scheduleNews(ctx: Ctx, { day, time, ...input }: ScheduleNewsInput): Promise<{ newsId: string }> {
  return withTx(ctx, (tx) => {
    const at = parisInstant(day, time);
    if (at <= tx.now)
      throw new Refusal("invalid", "Certaines réponses sont à corriger.", {
        day: ["Ce moment est déjà passé : choisissez-en un autre, ou publiez tout de suite."],
      });
    return publish(tx, input, at);
  });
}

async function publish(tx: TxCtx, { newsId, version }: PublishNewsInput, publishAt: Date): Promise<{ newsId: string }> {
  const item = await lockNews(tx, newsId);
  ensure(can.publishNews(tx.actor, newsState(item, tx.now)));
  ensureSeen(item, version);
  await tx.db
    .update(newsItems)
    .set({ publishAt, withdrawnAt: null, version: sql`${newsItems.version} + 1` })
    .where(eq(newsItems.id, newsId));
  await audit(tx, { action: "news.publish", subject: { type: "news", id: newsId }, details: { since: dateTime(publishAt) } });
  return { newsId };
}
