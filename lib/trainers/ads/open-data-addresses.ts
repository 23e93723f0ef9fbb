import { and, type SQL, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";

/** Beyond it, the map of the site is in ten parts. The protocol allows fifty thousand addresses in one. */
export const mostInOneMap = 10_000;
const mostInAPart = 50_000;

/** Ads share the parts evenly, and stay in theirs: by the last digit of their number, the sequence's. */
export const mapParts = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
export type MapPart = (typeof mapParts)[number];

const openOn = (today: string): SQL => sql`${ads.state} = 'published' and coalesce(${ads.deadlineOn}, '9999-12-31'::date) >= ${today}`;

export interface ListedAd {
  readonly number: string | null;
  readonly publishedAt: Date | null;
}

/** Every open ad for search engines, or those of one part, oldest first; null when there are too many for one map. Public: no policy. */
export async function listAdAddresses(ctx: Ctx, part?: MapPart): Promise<readonly ListedAd[] | null> {
  const most = part === undefined ? mostInOneMap : mostInAPart;
  const rows = await ctx.db
    .select({ number: ads.number, publishedAt: ads.publishedAt })
    .from(ads)
    .where(and(openOn(parisDay(ctx.now)), part === undefined ? undefined : sql`right(${ads.number}, 1) = ${part}`))
    .orderBy(sql`${ads.publishedAt}, ${ads.id}`)
    .limit(most + 1);
  if (rows.length <= most) return rows;
  return part === undefined ? null : rows.slice(0, most);
}
