import { and, eq, getTableColumns, or, type SQL, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { keysetList } from "@/lib/core/keyset-list";
import { absent, ensure } from "@/lib/core/refusal";
import { inManaged } from "./in-managed";
import { can } from "./policy";
import type { AdState } from "./vocabulary";

export interface ManagedAdLine {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: AdState;
  readonly structure: string;
  readonly deadlineOn: string | null;
  readonly createdAt: Date;
}

export interface ManagedAdFilter {
  /** Words of the title, or the number. */
  readonly query: string;
  readonly state?: AdState | undefined;
  readonly structureId?: string | undefined;
  readonly direction: "asc" | "desc";
}
export interface ManagedAdSearch extends ManagedAdFilter {
  readonly after: string | null;
}

const list = keysetList({
  places: ads,
  order: ({ direction }: ManagedAdFilter) => ({ columns: [ads.createdAt, ads.id], direction }),
  where: conditionsOf,
  lines: (ctx) =>
    ctx.db
      .select({
        id: ads.id,
        number: ads.number,
        title: ads.title,
        state: ads.state,
        structure: structures.name,
        deadlineOn: ads.deadlineOn,
        createdAt: ads.createdAt,
      })
      .from(ads)
      .innerJoin(structures, eq(structures.id, ads.structureId))
      .$dynamic(),
  keys: (ctx) => ctx.db.select({ id: ads.id }).from(ads).$dynamic(),
});

/** The ads of the structures that the person manages, by the day they were written (AD-05). */
export async function listManagedAds(
  ctx: Ctx,
  search: ManagedAdSearch,
): Promise<{ readonly ads: readonly ManagedAdLine[]; readonly next: string | null }> {
  ensure(can.manageAds(ctx.actor));
  const { page, next } = await list.page(ctx, search);
  return { ads: page, next };
}

export const everyManagedAd = list.every;

function conditionsOf(ctx: Ctx, { query, state, structureId }: ManagedAdFilter): SQL | undefined {
  return and(
    inManaged(ctx, ads.structureId),
    state === undefined ? undefined : eq(ads.state, state),
    structureId === undefined ? undefined : eq(ads.structureId, structureId),
    matching(query),
  );
}

const matching = (query: string): SQL | undefined =>
  query === ""
    ? undefined
    : or(
        eq(ads.number, query.replace(/[\s.-]/gu, "")),
        sql`${ads.searchTitle} like '%' || search_fold(${query.replace(/[%_\\]/gu, " ")}) || '%'`,
      );

const { search: _search, searchTitle: _title, facets: _facets, ...columns } = getTableColumns(ads);

/** One ad to manage; another structure's answers as a missing one. */
export async function readManagedAd(ctx: Ctx, adId: string) {
  if (!identifier.safeParse(adId).success) throw absent();
  const [ad] = await ctx.db
    .select({ ...columns, structure: structures.name })
    .from(ads)
    .innerJoin(structures, eq(structures.id, ads.structureId))
    .where(eq(ads.id, adId));
  if (ad === undefined) throw absent();
  ensure(can.see(ctx.actor, ad));
  return ad;
}
export type ManagedAd = Awaited<ReturnType<typeof readManagedAd>>;

/** Structures that the person may write ads for. */
export async function listWritableStructures(
  ctx: Ctx,
): Promise<readonly { readonly id: string; readonly name: string; readonly code: string }[]> {
  ensure(can.manageAds(ctx.actor));
  return ctx.db
    .select({ id: structures.id, name: structures.name, code: structures.code })
    .from(structures)
    .where(and(structures.active, inManaged(ctx, structures.id)))
    .orderBy(structures.name);
}
