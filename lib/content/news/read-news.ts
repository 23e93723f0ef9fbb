import { and, desc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { newsItems } from "@/db/schema/content";
import type { RichText } from "@/lib/content/rich-text/vocabulary";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";

const pageSize = 20;

export interface NewsSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: Date;
}
export interface NewsArticle extends NewsSummary {
  readonly body: RichText;
}

const line = { id: newsItems.id, title: newsItems.title, summary: newsItems.summary, publishedAt: newsItems.publishAt };
const shown = ({ now }: Ctx) => and(isNull(newsItems.withdrawnAt), lte(newsItems.publishAt, now));
const published = <Item extends { publishedAt: Date | null }>(items: readonly Item[]) =>
  items.flatMap((item) => (item.publishedAt === null ? [] : [{ ...item, publishedAt: item.publishedAt }]));

/** The newest items, for the home page (EI-01). Public: no policy. */
export async function latestNews(ctx: Ctx, count: number): Promise<readonly NewsSummary[]> {
  return published(
    await ctx.db.select(line).from(newsItems).where(shown(ctx)).orderBy(desc(newsItems.publishAt), desc(newsItems.id)).limit(count),
  );
}

export interface NewsPage {
  readonly articles: readonly NewsArticle[];
  /** The first of the page with older ones; null at the end. */
  readonly older: string | null;
  /** Newer ones are on another page. */
  readonly newer: boolean;
}

/** All items, newest first, from the newest or from the one that is asked for (EI-02). Public: no policy. */
export async function readNews(ctx: Ctx, { from }: { readonly from: string | null }): Promise<NewsPage> {
  const start = from === null ? null : await findStart(ctx, from);
  const rows = published(
    await ctx.db
      .select({ ...line, body: newsItems.body })
      .from(newsItems)
      .where(and(shown(ctx), start === null ? undefined : sql`(${newsItems.publishAt}, ${newsItems.id}) <= (${start.at}, ${start.id})`))
      .orderBy(desc(newsItems.publishAt), desc(newsItems.id))
      .limit(pageSize + 1),
  );
  return { articles: rows.slice(0, pageSize), older: rows[pageSize]?.id ?? null, newer: start !== null };
}

/** Where a page begins that holds the item asked for; null when it is among the newest, or not to be read. */
async function findStart(ctx: Ctx, id: string): Promise<{ readonly id: string; readonly at: string } | null> {
  if (!identifier.safeParse(id).success) return null;
  const [item] = await ctx.db
    .select({ id: newsItems.id, at: newsItems.publishAt })
    .from(newsItems)
    .where(and(shown(ctx), eq(newsItems.id, id)));
  if (item === undefined || item.at === null) return null;
  const newer = await ctx.db.$count(newsItems, and(shown(ctx), gt(newsItems.publishAt, item.at)));
  return newer < pageSize ? null : { id: item.id, at: item.at.toISOString() };
}
