import { and, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import { ads } from "@/db/schema/ads";
import { structures } from "@/db/schema/references";
import type { Ctx } from "@/lib/core/ctx";
import { identifier } from "@/lib/core/fields";
import { inBatches } from "@/lib/core/in-batches";
import { beyond, type Order, orderBy, pageOf } from "@/lib/core/keyset";
import { absent, ensure } from "@/lib/core/refusal";
import { inManaged } from "./in-managed";
import { can } from "./policy";
import type { AdState } from "./vocabulary";

const pageSize = 50;

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

/** The ads of the structures that the person manages, by the day they were written (AD-05). */
export async function listManagedAds(
  ctx: Ctx,
  { after, ...filter }: ManagedAdSearch,
): Promise<{ readonly ads: readonly ManagedAdLine[]; readonly next: string | null }> {
  ensure(can.manageAds(ctx.actor));
  const where = and(conditionsOf(ctx, filter), after === null ? undefined : beyond(ads, orderOf(filter), after));
  const rows = await linesOf(ctx, where, filter).limit(pageSize + 1);
  const { page, next } = pageOf(rows, pageSize);
  return { ads: page, next };
}

/** All that is found, in batches. The caller has judged who reads. */
export async function* everyManagedAd(ctx: Ctx, filter: ManagedAdFilter): AsyncGenerator<readonly ManagedAdLine[]> {
  const keys = await ctx.db
    .select({ id: ads.id })
    .from(ads)
    .where(conditionsOf(ctx, filter))
    .orderBy(...orderBy(orderOf(filter)));
  yield* inBatches(keys, (some) =>
    linesOf(
      ctx,
      inArray(
        ads.id,
        some.map(({ id }) => id),
      ),
      filter,
    ),
  );
}

type Directed = Pick<ManagedAdFilter, "direction">;
const orderOf = ({ direction }: Directed): Order => ({ columns: [ads.createdAt, ads.id], direction });

const linesOf = (ctx: Ctx, where: SQL | undefined, order: Directed) =>
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
    .where(where)
    .orderBy(...orderBy(orderOf(order)));

const conditionsOf = (ctx: Ctx, { query, state, structureId }: ManagedAdFilter): SQL | undefined =>
  and(
    inManaged(ctx, ads.structureId),
    state === undefined ? undefined : eq(ads.state, state),
    structureId === undefined ? undefined : eq(ads.structureId, structureId),
    matching(query),
  );

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
