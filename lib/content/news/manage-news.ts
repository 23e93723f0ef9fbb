import { and, desc, eq, gt, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { newsItems } from "@/db/schema/content";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { absent, ensure } from "@/lib/core/refusal";
import { can } from "../policy";
import { newsState } from "./rules";
import type { NewsState } from "./vocabulary";

const pageSize = 50;

export interface ManagedNewsLine {
  readonly id: string;
  readonly title: string;
  readonly state: NewsState;
  readonly publishAt: Date | null;
  readonly changedAt: Date;
}

export interface ManagedNewsSearch {
  readonly query: string;
  readonly state?: NewsState | undefined;
  readonly after: string | null;
}

/** Every item, whatever its state; the last written first (AD-07). */
export async function listManagedNews(
  ctx: Ctx,
  { query, state, after }: ManagedNewsSearch,
): Promise<{ readonly news: readonly ManagedNewsLine[]; readonly next: string | null }> {
  ensure(can.write(ctx.actor));
  const { id, title, publishAt, withdrawnAt, changedAt } = newsItems;
  const rows = await ctx.db
    .select({ id, title, publishAt, withdrawnAt, changedAt })
    .from(newsItems)
    .where(and(state === undefined ? undefined : inState(state, ctx.now), matching(query), after === null ? undefined : older(after)))
    .orderBy(desc(newsItems.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize).map((row) => ({ ...row, state: newsState(row, ctx.now) }));
  return { news: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

const { publishAt, withdrawnAt } = newsItems;
const conditions = {
  draft: () => isNull(publishAt),
  scheduled: (now) => and(isNull(withdrawnAt), gt(publishAt, now)),
  published: (now) => and(isNull(withdrawnAt), lte(publishAt, now)),
  withdrawn: () => isNotNull(withdrawnAt),
} as const satisfies Record<NewsState, (now: Date) => SQL | undefined>;
const inState = (state: NewsState, now: Date) => conditions[state](now);

const matching = (query: string): SQL | undefined =>
  query === "" ? undefined : sql`search_fold(${newsItems.title}) like '%' || search_fold(${query.replace(/[%_\\]/gu, " ")}) || '%'`;

const older = (after: string): SQL => sql`${newsItems.id} < ${after}`;

/** One item to manage. */
export async function readManagedNews(ctx: Ctx, newsId: string) {
  ensure(can.write(ctx.actor));
  if (!identifier.safeParse(newsId).success) throw absent();
  const [item] = await ctx.db.select().from(newsItems).where(eq(newsItems.id, newsId));
  if (item === undefined) throw absent();
  return { ...item, state: newsState(item, ctx.now) };
}
export type ManagedNews = Awaited<ReturnType<typeof readManagedNews>>;
